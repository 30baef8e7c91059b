using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Libraries;

/// <summary>The keys of tables, as the compilation's classes with the SDK's <c>[DynamoDBTable]</c> declare them.</summary>
internal sealed class MappedTables
{
    private readonly Dictionary<string, List<HashSet<string>>> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<INamedTypeSymbol>> _classes = new(StringComparer.Ordinal);

    public MappedTables(Compilation compilation, SdkSymbols sdk)
    {
        foreach (var type in TypesIn(compilation.Assembly.GlobalNamespace))
        {
            if (MappedClass.TableOf(type, sdk) is { } table)
            {
                if (!_keys.TryGetValue(table, out var schemas))
                {
                    _keys.Add(table, schemas = []);
                    _classes.Add(table, []);
                }

                schemas.Add([.. MappedClass.KeysOf(type, sdk)]);
                _classes[table].Add(type);
            }
        }
    }

    /// <summary>The key attributes of a table, in which all of its classes agree; empty if the table is not known.</summary>
    public IEnumerable<string> KeysOf(string table) =>
        _keys.TryGetValue(table, out var schemas) && schemas.All(schema => schema.SetEquals(schemas[0])) ? schemas[0] : [];

    /// <summary>The classes whose items are in a table.</summary>
    public IEnumerable<INamedTypeSymbol> ClassesOf(string table) => _classes.TryGetValue(table, out var classes) ? classes : [];

    public static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) =>
        container.GetMembers().SelectMany(member => member switch
        {
            INamedTypeSymbol type => TypesIn(type).Prepend(type),
            INamespaceSymbol inner => TypesIn(inner),
            _ => [],
        });
}
