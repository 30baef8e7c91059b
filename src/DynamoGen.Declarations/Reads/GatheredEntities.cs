using DynamoGen.Declarations.Patterns;

namespace DynamoGen.Declarations.Reads;

/// <summary>Tells which entities an access pattern reads that reads more than its repository's own.</summary>
internal static class GatheredEntities
{
    /// <summary>The names of the entities; null where only the repository's own is read.</summary>
    public static IReadOnlyList<string>? Of(PatternModel pattern) => pattern switch
    {
        QueryPattern { Collection: { } collection } => [.. collection.Members.Select(member => member.Known.Name)],
        QueryPattern { Form: UnionForm union } => Of(union),
        ScanPattern { Form: UnionForm union } => Of(union),
        _ => null,
    };

    private static string[] Of(UnionForm union) => [.. union.Entities.Select(entity => entity.Known.Name)];
}
