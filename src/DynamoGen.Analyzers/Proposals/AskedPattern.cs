using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Proposals;

/// <summary>An access pattern as the choice of keys sees it: by which properties it asks.</summary>
/// <param name="Method">The method.</param>
/// <param name="Values">The properties whose values it gives.</param>
/// <param name="Next">The property that must follow them in the sort key, because it is bounded or may be left open; or null.</param>
/// <param name="IsWhole">Whether it is of one item by its primary key, and by nothing else.</param>
internal sealed record AskedPattern(IMethodSymbol Method, IReadOnlyList<AskedValue> Values, AskedValue? Next, bool IsWhole)
{
    /// <summary>Whether a key answers it: its partition key is given, and what is left begins its sort key.</summary>
    public bool IsAnsweredBy(IReadOnlyCollection<string> partition, IReadOnlyList<string> sort)
    {
        var left = new HashSet<string>(Values.Select(value => value.Property.Name));
        if (!partition.All(left.Remove))
        {
            return false;
        }

        var given = sort.TakeWhile(left.Remove).Count();
        return left.Count == 0
            && (IsWhole ? given == sort.Count : Next is null || (given < sort.Count && sort[given] == Next.Property.Name));
    }
}
