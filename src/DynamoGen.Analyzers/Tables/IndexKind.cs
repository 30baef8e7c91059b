using DynamoGen.Analyzers.Design;
using DynamoGen.Declarations.Reads;
using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tables;

/// <summary>DG1034 and DG1035: an index of the one kind that would do as one of the other.</summary>
internal static class IndexKind
{
    public static IEnumerable<Diagnostic> Check(DeclaredDesign design)
    {
        foreach (var table in design.Tables)
        {
            var queries = design.RepositoriesOf(table.Model.Type.FullName).SelectMany(repository => repository.Model.Patterns).OfType<QueryPattern>().ToArray();
            foreach (var index in table.Model.Indexes.ToArray())
            {
                // An index that nothing reads is the matter of DG2020.
                var reads = queries.Where(query => query.Index == index.Name).ToArray();
                if (reads.Length == 0)
                {
                    continue;
                }

                if (index.IsLocal && !reads.Any(query => query.IsConsistent))
                {
                    yield return Diagnostic.Create(TableDescriptors.LocalIndexWithoutNeed, Place(table.Type, index.Name), index.Name);
                }
                else if (index is { IsLocal: false, IsMultiAttribute: false }
                    && index.PartitionKey == table.Model.PartitionKey
                    && !table.Model.Settings.IsStronglyConsistent)
                {
                    yield return Diagnostic.Create(TableDescriptors.GlobalIndexWithoutNeed, Place(table.Type, index.Name), index.Name);
                }
            }
        }
    }

    private static Location? Place(INamedTypeSymbol table, string index) =>
        table.Attributes(DeclarationAttributes.GlobalIndex).Concat(table.Attributes(DeclarationAttributes.LocalIndex))
            .FirstOrDefault(attribute => attribute.Text(0) == index)?.Place() ?? table.Locations.FirstOrDefault();
}
