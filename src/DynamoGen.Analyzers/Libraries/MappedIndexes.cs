using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Libraries;

/// <summary>The names of the indexes that the compilation's classes declare with the SDK's attributes.</summary>
internal sealed class MappedIndexes
{
    private readonly HashSet<string> _global = new(StringComparer.Ordinal);
    private readonly HashSet<string> _local = new(StringComparer.Ordinal);

    public MappedIndexes(Compilation compilation, SdkSymbols sdk)
    {
        var localAttribute = sdk.TypeNamed("DataModel.DynamoDBLocalSecondaryIndexRangeKeyAttribute");
        var attributes = MappedTables.TypesIn(compilation.Assembly.GlobalNamespace)
            .SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
            .SelectMany(property => property.GetAttributes());
        foreach (var attribute in attributes)
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, sdk.IndexHashKeyAttribute))
            {
                _global.UnionWith(MappedClass.TextsOf(attribute));
            }
            else if (localAttribute is not null && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, localAttribute))
            {
                _local.UnionWith(MappedClass.TextsOf(attribute));
            }
        }
    }

    public bool HasGlobal(string index) => _global.Contains(index) && !_local.Contains(index);

    public bool HasLocal(string index) => _local.Contains(index);
}
