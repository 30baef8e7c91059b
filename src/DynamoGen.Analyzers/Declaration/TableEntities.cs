using DynamoGen.Analyzers.Libraries;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>
/// The entities of a compilation and of the assemblies that it references, by the names of their tables: two classes, and two assemblies, can declare one
/// table, each for a part of its entities. They are looked for once, when the first entity is analyzed.
/// </summary>
internal sealed class TableEntities
{
    private readonly Lazy<ILookup<string, TableEntity>> _byTable;

    public TableEntities(Compilation compilation, DeclarationSymbols declarations) =>
        _byTable = new(() => Find(compilation, declarations));

    /// <summary>The entities of a table: those of other assemblies first, then those named as their types, each by full name.</summary>
    public IEnumerable<TableEntity> Of(string tableName) => _byTable.Value[tableName];

    /// <summary>What those of a table are, as far as they are declared rightly.</summary>
    public IReadOnlyCollection<EntityModel> ModelsOf(string tableName) => [.. Of(tableName).Select(entity => entity.Model).OfType<EntityModel>()];

    /// <summary>All of them.</summary>
    public IEnumerable<IEnumerable<TableEntity>> Tables => _byTable.Value;

    private static ILookup<string, TableEntity> Find(Compilation compilation, DeclarationSymbols declarations)
    {
        var library = declarations.KeyAttribute.ContainingAssembly;
        var assemblies = compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => assembly.Modules.Any(module => module.ReferencedAssemblies.Contains(library.Identity)))
            .Prepend(compilation.Assembly);
        return assemblies.SelectMany(assembly => Types(assembly.GlobalNamespace))
            .Where(type => type.Has(DeclarationAttributes.Entity))
            .Select(type => (Type: type, Table: EntityParser.Table(type, new DeclarationProblems())))
            .Where(entity => entity.Table is not null)
            .Select(entity => TableEntity.Of(entity.Type, entity.Table!, compilation))
            .OrderBy(entity => entity.IsOwn)
            .ThenBy(entity => entity.IsNamed)
            .ThenBy(entity => entity.FullName, StringComparer.Ordinal)
            .ToLookup(entity => entity.Table.Name);
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol scope)
    {
        foreach (var member in scope.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            foreach (var inner in Types(member))
            {
                yield return inner;
            }
        }
    }
}

/// <summary>An entity of a table.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Table">The table.</param>
/// <param name="Name">Its name, which its items carry.</param>
/// <param name="Version">The version of its stored shape.</param>
/// <param name="Model">What it is, or null where its declaration is wrong.</param>
/// <param name="IsOwn">Whether the compilation declares it.</param>
internal sealed record TableEntity(INamedTypeSymbol Type, TableModel Table, string Name, int Version, EntityModel? Model, bool IsOwn)
{
    /// <summary>Whether it is given a name that is not that of its type.</summary>
    public bool IsNamed => Name != Type.Name;

    public string FullName => Type.ToDisplayString();

    /// <summary>Where it is declared; null in another assembly.</summary>
    public Location? Place => IsOwn ? Type.Locations.FirstOrDefault() : null;

    /// <summary>
    /// Whether this compilation is the first that sees both entities: one of them is its own, or they are of two assemblies that do not reference each other.
    /// </summary>
    public bool IsFirstSeenWith(TableEntity other) => IsOwn || other.IsOwn || !(Sees(other) || other.Sees(this));

    private bool Sees(TableEntity other) => SymbolEqualityComparer.Default.Equals(Type.ContainingAssembly, other.Type.ContainingAssembly)
        || Type.ContainingModule.ReferencedAssemblies.Contains(other.Type.ContainingAssembly.Identity);

    public static TableEntity Of(INamedTypeSymbol type, TableModel table, Compilation compilation) => new(
        type,
        table,
        EntityParser.EntityName(type),
        type.Attribute(DeclarationAttributes.Entity)!.Named("Version", 1),
        EntityParser.Parse(type, new DeclarationProblems()),
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly));
}
