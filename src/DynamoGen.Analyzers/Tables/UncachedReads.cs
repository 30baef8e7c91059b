using System.Globalization;
using DynamoGen.Analyzers.Costs;
using DynamoGen.Analyzers.Design;
using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Libraries;
using DynamoGen.Declarations.Reads;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Tables;

/// <summary>DG1036: an entity that is read far more often than it is written, and whose reads are all made of DynamoDB.</summary>
internal static class UncachedReads
{
    /// <summary>Below it, too many reads meet an item that has just been written.</summary>
    private const int LeastFactor = 10;

    /// <summary>Fewer reads a second cost less than a cache.</summary>
    private const int LeastReads = 500;

    public static IEnumerable<Diagnostic> Check(DeclaredDesign design, DeclarationSymbols declarations)
    {
        foreach (var repository in design.Repositories)
        {
            var gets = repository.Model.Patterns.OfType<GetPattern>().Where(get => get is { IsConsistent: false, IsAction: false }).ToArray();
            var entity = design.EntitiesOf(repository.Model.TableType).FirstOrDefault(entity => entity.Model.Name == repository.Model.Entity.Name);
            if (gets.Length == 0
                || gets.Any(get => get.Cache is not null)
                || entity is null
                || Traffic.On(entity.Type, declarations) is not { } traffic
                || traffic.Usual is not { Reads: >= LeastReads } usual
                || usual.Reads < LeastFactor * Math.Max(1, usual.Writes))
            {
                continue;
            }

            var factor = (usual.Reads / Math.Max(1, usual.Writes)).ToString("N0", CultureInfo.InvariantCulture);
            yield return Diagnostic.Create(
                TableDescriptors.UncachedReads,
                PatternPlace.Of(repository.Type, gets[0]),
                entity.Model.Name,
                factor,
                ListPrices.Text(ListPrices.OnDemand(usual.Reads, 0)),
                gets[0].Name);
        }
    }
}
