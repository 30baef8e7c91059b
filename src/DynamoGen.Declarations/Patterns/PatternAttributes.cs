using DynamoGen.Declarations.Symbols;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Patterns;

/// <summary>
/// Says which attribute has a meaning for which kind of access pattern. Every other pair is refused, because an attribute that does nothing would be
/// taken for one that does.
/// </summary>
internal static class PatternAttributes
{
    private static readonly PatternKind[] Items = [PatternKind.First, PatternKind.Query, PatternKind.Page];
    private static readonly PatternKind[] Queries = [.. Items, PatternKind.Count, PatternKind.Exists];

    private static readonly Dictionary<string, PatternKind[]> Meanings = new()
    {
        [DeclarationAttributes.Index] = [.. Queries, PatternKind.Collection, PatternKind.Scan],
        [DeclarationAttributes.Filter] = [.. Queries, PatternKind.Scan],
        [DeclarationAttributes.Descending] = [.. Items, PatternKind.Collection],
        [DeclarationAttributes.Hydrate] = Items,
        [DeclarationAttributes.ConsistentRead] = [.. Queries, PatternKind.Collection, PatternKind.Get, PatternKind.Scan, PatternKind.GetMany],
        [DeclarationAttributes.IncludeExpired] = [.. Queries, PatternKind.Collection, PatternKind.Get, PatternKind.Scan, PatternKind.GetMany],
        [DeclarationAttributes.ReadNewest] = [PatternKind.Get],
        [DeclarationAttributes.Cached] = [PatternKind.Get],
        [DeclarationAttributes.CapacityBudget] =
            [.. Queries, PatternKind.Collection, PatternKind.Get, PatternKind.Scan, PatternKind.GetMany, PatternKind.ReadAction, PatternKind.Repair],
        [DeclarationAttributes.AllowScan] = [PatternKind.Scan, PatternKind.Repair],
        [DeclarationAttributes.Condition] = [PatternKind.Put, PatternKind.Update, PatternKind.Delete, PatternKind.Check],
        [DeclarationAttributes.Update] = [PatternKind.Update],
        [DeclarationAttributes.Tombstone] = [PatternKind.Delete],
        [DeclarationAttributes.Idempotent] = [PatternKind.Put, PatternKind.Update, PatternKind.Delete],
    };

    /// <summary>The metadata names of all attributes of access patterns.</summary>
    public static IEnumerable<string> All => Meanings.Keys;

    public static bool HasMeaning(string attribute, PatternKind kind) => Meanings[attribute].Contains(kind);

    /// <summary>Why an attribute has no meaning for a kind of access pattern, as the end of a sentence that names both.</summary>
    public static string Refusal(string attribute, PatternKind kind)
    {
        return $"[{NameOf(attribute)}] means nothing to {kind.Name()}, which the name, the attributes and the return type make of it; {Cure(attribute, kind)}";
    }

    /// <summary>Why a filter that a call has put together has no meaning, as the end of a sentence.</summary>
    public static string RefusalOfFilter(string parameter, PatternKind kind) =>
        $"it takes the filter '{parameter}', which means nothing to {kind.Name()}; {Cure(DeclarationAttributes.Filter, kind)}";

    /// <summary>An attribute as it is written in brackets.</summary>
    public static string NameOf(AttributeData attribute) => NameOf(TypeNames.MetadataName(attribute.AttributeClass!));

    private static string NameOf(string attribute) => attribute.Substring("DynamoGen.".Length, attribute.Length - "DynamoGen.Attribute".Length);

    private static string Cure(string attribute, PatternKind kind) => (attribute, kind) switch
    {
        (DeclarationAttributes.Update, PatternKind.BatchWrite) => "a batch puts and deletes whole items; update one by one or in a transaction",
        (DeclarationAttributes.Update, _) => "leave one of them out",
        (DeclarationAttributes.Condition, _) when !kind.IsWrite() => "a read has a [Filter], where it is a Query, and a batch has no conditions",
        (DeclarationAttributes.Filter, _) when kind.IsWrite() => "a write has a [Condition]",
        (DeclarationAttributes.Filter, PatternKind.Get or PatternKind.GetMany or PatternKind.ReadAction) => "look at the item",
        (DeclarationAttributes.Filter, PatternKind.Collection) => "it would leave out items of the other entities",
        (DeclarationAttributes.Index, _) when kind.IsWrite() => "write the table, and the index follows",
        (DeclarationAttributes.Index, _) => "it goes to the table",
        (DeclarationAttributes.ConsistentRead, PatternKind.ReadAction) => "a transaction always reads consistently",
        (DeclarationAttributes.ReadNewest, PatternKind.ReadAction) => "a transaction reads in one region",
        (DeclarationAttributes.ReadNewest, _) when kind.IsWrite() => "a write goes where the table says",
        (DeclarationAttributes.ReadNewest, _) => "get the item by its key",
        (DeclarationAttributes.CapacityBudget, _) => "the budget of writes is their entity's, [WriteBudget]",
        (DeclarationAttributes.Cached, PatternKind.ReadAction) => "a transaction reads what is stored at one moment",
        (DeclarationAttributes.Cached, _) when kind.IsWrite() => "a write takes its item out of the cache by itself",
        (DeclarationAttributes.Cached, PatternKind.GetMany) => "get the items one by one",
        (DeclarationAttributes.Cached, _) => "a write cannot tell which of its cached answers it changes; get the item by its key",
        (DeclarationAttributes.IncludeExpired, PatternKind.ReadAction) => "it yields expired items anyway",
        (DeclarationAttributes.IncludeExpired, _) when kind.IsWrite() => "a write always treats an expired item as absent",
        (DeclarationAttributes.Tombstone, PatternKind.DeleteMany) => "BatchWriteItem does not update; delete the items one by one",
        (DeclarationAttributes.Idempotent, PatternKind.Check) => "the transaction that it is part of has a token",
        (DeclarationAttributes.Idempotent, PatternKind.PutMany or PatternKind.DeleteMany or PatternKind.BatchWrite) =>
            "a batch comes to the same however often it is sent",
        (DeclarationAttributes.AllowScan, _) when kind.IsRead() =>
            "a scan returns IAsyncEnumerable, a Page or a count, because a whole table need not fit into memory",
        (DeclarationAttributes.AllowScan, _) => "it never scans",
        (DeclarationAttributes.Descending or DeclarationAttributes.Hydrate, PatternKind.Count or PatternKind.Exists) => "it yields no items",
        (DeclarationAttributes.Hydrate, PatternKind.Collection) => "an item collection's items are whole",
        _ => $"it belongs to {string.Join(", ", Meanings[attribute].Select(PatternKinds.Name))}",
    };
}
