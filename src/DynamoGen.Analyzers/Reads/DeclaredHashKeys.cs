using DynamoGen.Analyzers.Libraries;
using DynamoGen.Declarations.Problems;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Reads;

/// <summary>The attributes of the partition keys that the compilation's classes with <c>[Table]</c> declare.</summary>
internal sealed class DeclaredHashKeys(Compilation compilation)
{
    private readonly List<TableModel> _tables =
    [
        .. MappedTables.TypesIn(compilation.Assembly.GlobalNamespace)
            .Where(type => type.Has(DeclarationAttributes.Table))
            .Select(type => TableParser.Parse(type, new DeclarationProblems()))
            .OfType<TableModel>(),
    ];

    /// <summary>The attributes of an index's partition key, or of the table's where the index is an empty text.</summary>
    public IEnumerable<string> Of(string table, string index) =>
        _tables.Where(model => model.Name == table).SelectMany(model => index.Length == 0
            ? [model.PartitionKey]
            : model.Indexes.Where(candidate => candidate.Name == index)
                .SelectMany(candidate => candidate.FurtherPartitionKeys.Select(key => key.Name).Prepend(candidate.PartitionKey)));
}
