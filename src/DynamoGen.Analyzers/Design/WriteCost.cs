using System.Globalization;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Batches;
using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Patterns;
using DynamoGen.Declarations.Writes;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Analyzers.Design;

/// <summary>DG4020: how many writes one write becomes, because the indexes that hold the item are written too.</summary>
internal static class WriteCost
{
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIdentifiers.WriteCost,
        title: "Cost of a write",
        messageFormat: "'{0}' is {1}",
        RuleCategories.Writes,
        DiagnosticSeverity.Info,
        isEnabledByDefault: false,
        description: "An item is written to the table, and to each index whose keys or projected attributes the write changes; "
            + "in a transaction the table is written twice.",
        helpLinkUri: RuleDescriptor.DocumentationFolder + RuleIdentifiers.WriteCost + ".md");

    /// <summary>The cost as the rest of a sentence, or null for a read.</summary>
    public static string? Of(PatternModel pattern, EntityModel entity) => pattern switch
    {
        WritePattern { Kind: WriteKind.Check } => "a ConditionCheck: 2 write capacity units for each KB of the item, and none for indexes",
        WritePattern write => Of($"{(write.Kind == WriteKind.Update ? "an" : "a")} {write.Kind}Item", write, write.Result == WriteResult.Action, entity),
        PutManyPattern or DeleteManyPattern => Of("a BatchWriteItem, for each item", null, false, entity),
        _ => null,
    };

    private static string Of(string operation, WritePattern? write, bool isTransaction, EntityModel entity)
    {
        var indexes = Touched(write, entity).Select(key => $"'{key.Index}'").ToArray();
        var table = isTransaction ? 2 : 1;
        var ofTable = isTransaction
            ? "2 write capacity units for each KB to the table, because of the transaction"
            : "1 write capacity unit for each KB to the table";
        var ofIndexes = indexes.Length switch
        {
            0 => "no index is touched",
            1 => $"1 to index {indexes[0]}",
            _ => $"1 to each of the indexes {string.Join(", ", indexes)}",
        };
        var moves = indexes.Length > 0 && write?.Kind is not WriteKind.Delete ? "; an index whose key changes is written twice" : string.Empty;
        var markers = write?.Unique is null
            ? string.Empty
            : "; where it claims or gives up a unique value, it is a transaction: 2 to the table, and 2 for each marker";
        return $"{operation}: {ofTable}, and {ofIndexes}: {(table + indexes.Length).ToString(CultureInfo.InvariantCulture)} for each KB{moves}{markers}";
    }

    /// <summary>The keys of the indexes that hold something that the write changes: for a whole item all of them.</summary>
    private static IEnumerable<KeyModel> Touched(WritePattern? write, EntityModel entity)
    {
        var changed = write?.Expressions.Update is { } update ? new HashSet<string>(update.ChangedAttributes) : null;
        return entity.IndexKeys.Where(key => changed is null
            || key.NonKeyAttributes is not { } held
            || changed.Any(name => held.Contains(name) || key.Attributes.Any(attribute => attribute.Attribute == name)));
    }
}
