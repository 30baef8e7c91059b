using DynamoGen.Declarations.Tables;

namespace DynamoGen.Analyzers.Schema;

/// <summary>Compares a table with its locked shape.</summary>
internal static class TableComparison
{
    private const string Include = "INCLUDE ";

    public static IReadOnlyList<SchemaChange> Of(TableModel model, StoredTable locked)
    {
        var found = DeclaredSchema.Table(model);
        var changes = new List<SchemaChange>();
        if (found.Key != locked.Key)
        {
            changes.Add(new(SchemaChangeKind.Key, $"its key is locked as {locked.Key} and found as {found.Key}; "
                + "a table's key never changes, so keep it, or name another table and move the items"));
        }

        if (locked.TimeToLive is not null && found.TimeToLive != locked.TimeToLive)
        {
            changes.Add(new(SchemaChangeKind.Incompatible,
                $"its TimeToLive is locked as '{locked.TimeToLive}' and {(found.TimeToLive is null ? "gone" : $"found as '{found.TimeToLive}'")}, "
                    + "so that stored items no longer expire; keep it, or rewrite the items and accept the change in the lock"));
        }
        else if (found.TimeToLive is { } added && locked.TimeToLive is null && IsHeld(locked, added))
        {
            changes.Add(new(SchemaChangeKind.Incompatible, $"its TimeToLive '{added}' is not locked, while items hold numbers in it already, "
                + "so that those whose time is past count as absent and are deleted; take a new attribute, or accept the change in the lock"));
        }
        else if (found.TimeToLive != locked.TimeToLive)
        {
            changes.Add(new(SchemaChangeKind.Compatible, $"TimeToLive '{found.TimeToLive}'"));
        }

        if (locked.Stream is not null && found.Stream != locked.Stream)
        {
            changes.Add(new(SchemaChangeKind.Incompatible,
                $"its stream is locked as {locked.Stream} and {(found.Stream is null ? "gone" : $"found as {found.Stream}")}; "
                    + "a stream never changes, so that it ends for all who read it; "
                    + "keep it, or let them read it to its end and accept the change in the lock"));
        }
        else if (found.Stream != locked.Stream)
        {
            changes.Add(new(SchemaChangeKind.Compatible, $"stream {found.Stream}"));
        }

        if (StoredMarks.Loss(locked.Marks, found.Marks) is { } loss)
        {
            changes.Add(new(SchemaChangeKind.Incompatible, loss));
        }
        else if (found.Marks != locked.Marks)
        {
            changes.Add(new(SchemaChangeKind.Compatible, $"marks {StoredMarks.Shown(found.Marks)}"));
        }

        changes.AddRange(Indexes(found, locked));
        if (changes.Count == 0 && found.Type != locked.Type)
        {
            changes.Add(new(SchemaChangeKind.Compatible, $"type {found.Type}"));
        }

        return changes;
    }

    /// <summary>Whether items hold the attribute as a number, which alone can expire.</summary>
    private static bool IsHeld(StoredTable locked, string attribute) => locked.Entities.Values
        .SelectMany(entity => entity.Earlier.Values.Append(entity.Attributes))
        .Any(attributes => attributes.TryGetValue(AttributePath.Root(attribute), out var held) && held.HeldForm.StartsWith("N ", StringComparison.Ordinal));

    private static IEnumerable<SchemaChange> Indexes(StoredTable found, StoredTable locked)
    {
        foreach (var index in locked.Indexes)
        {
            if (!found.Indexes.TryGetValue(index.Key, out var now))
            {
                yield return new(SchemaChangeKind.Compatible, $"no index '{index.Key}'");
            }
            else if (now with { Projection = index.Value.Projection } != index.Value)
            {
                yield return new(SchemaChangeKind.Key, $"index '{index.Key}' is locked as {Text(index.Value)} and found as {Text(now)}, "
                    + $"under which no stored item is found; {KeepOrReplace(now)}");
            }
            else if (!Holds(index.Value.Projection, now.Projection))
            {
                yield return new(SchemaChangeKind.Key, $"index '{index.Key}' is locked with the projection {index.Value.Projection} and found with "
                    + $"{now.Projection}; an index's projection never changes, so that reads would miss what it does not hold; {KeepOrReplace(now)}");
            }
            else if (now != index.Value)
            {
                yield return new(SchemaChangeKind.Compatible, $"index '{index.Key}' with the projection {now.Projection}");
            }
        }

        foreach (var index in found.Indexes.Where(index => !locked.Indexes.ContainsKey(index.Key)))
        {
            yield return index.Value.IsLocal
                ? new(SchemaChangeKind.Key, $"local index '{index.Key}' is not locked, and DynamoDB can only create it with its table; "
                    + "declare a global index, or name another table and move the items")
                : new(SchemaChangeKind.Compatible, $"index '{index.Key}'");
        }
    }

    /// <summary>Whether an index of the locked projection has all that one of the other is taken to have.</summary>
    private static bool Holds(string locked, string found) =>
        locked == "ALL" || found == "KEYS_ONLY" || (found != "ALL" && new HashSet<string>(Included(locked)).IsSupersetOf(Included(found)));

    private static string[] Included(string projection) =>
        projection.StartsWith(Include, StringComparison.Ordinal) ? projection.Substring(Include.Length).Split([", "], StringSplitOptions.None) : [];

    /// <summary>A table that exists gets global indexes only.</summary>
    private static string KeepOrReplace(StoredIndex index) => $"keep it, or declare {(index.IsLocal ? "a global" : "an")} index of another name";

    private static string Text(StoredIndex index) => $"{(index.IsLocal ? "local" : "global")} {index.Key}";
}
