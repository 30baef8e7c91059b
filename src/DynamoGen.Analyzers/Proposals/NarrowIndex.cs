using DynamoGen.Analyzers.KeyDesign;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>Whether few partitions of a proposed index would take all writes, so that DG2002, DG2004 or DG2007 would warn.</summary>
internal static class NarrowIndex
{
    public static bool Is(
        DynamoCompilation dynamo, INamedTypeSymbol entity, IReadOnlyCollection<SourceEdit> edits, string index, CancellationToken cancellationToken) =>
        dynamo.Declarations is { } declarations
        && SourceEdit.Find(entity, SourceEdit.Apply(dynamo.Compilation, edits, cancellationToken)) is { } changed
        && new EntityKeys(dynamo, declarations).Of(changed, cancellationToken).Where(key => key.Index == index)
            .Select(key => LowCardinalityKey.Check(key) ?? TimeBucketKey.Check(key))
            .Any(found => found is { Severity: DiagnosticSeverity.Warning });
}
