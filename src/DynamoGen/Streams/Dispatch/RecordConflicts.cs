using System.Text;
using DynamoGen.Regions.Conflicts;

namespace DynamoGen.Streams.Dispatch;

/// <summary>Finds lost updates among the changes of a handler's entities.</summary>
internal static class RecordConflicts
{
    /// <summary>Looks at a record.</summary>
    /// <param name="schema">The handler's entities.</param>
    /// <param name="record">The record.</param>
    /// <returns>The conflict; null for none, or where the item is of no entity with marks.</returns>
    public static ConflictContext? Find(StreamHandlerSchema schema, in StreamRecord record)
    {
        if (schema.Lineages.Count == 0 || record.OldImage.IsEmpty || record.NewImage.IsEmpty)
        {
            return null;
        }

        var entity = StreamDispatch.EntityOf(schema.Table.TypeAttribute, record.NewImage.Span);
        return entity.IsEmpty
            || !StreamDispatch.EntityOf(schema.Table.TypeAttribute, record.OldImage.Span).SequenceEqual(entity)
            || Lineage(schema, Encoding.UTF8.GetString(entity)) is not { } lineage
                ? null
                : ConflictDetection.Find(lineage, record.OldImage.Span, record.NewImage.Span, record.Region);
    }

    private static ItemLineage? Lineage(StreamHandlerSchema schema, string entity)
    {
        foreach (var lineage in schema.Lineages)
        {
            if (lineage.Entity == entity)
            {
                return lineage;
            }
        }

        return null;
    }
}
