using DynamoGen.Streams.Sinks;

namespace DynamoGen.Streams.Elasticsearch;

/// <summary>What the index has to do for a change.</summary>
internal sealed class ChangePlan(EntityMap<IndexedDocument> map, bool hasFence)
{
    /// <exception cref="DocumentRefusedException">The change cannot be delivered.</exception>
    public IReadOnlyList<DocumentWrite> Of(StreamRecord record, int place)
    {
        RefuseWithoutImages(record);
        var before = Document(record.OldImage, record.Change);
        var after = Document(record.NewImage, record.Change);
        var id = DocumentId.Of(record.Keys.Span);
        var writes = new List<DocumentWrite>(2);

        // An item of another entity, or another index, took its place: what was there must go.
        if (before is not null && before.Index != after?.Index)
        {
            writes.Add(new DocumentWrite(place, before.Index, id, null, before.Version?.Next()));
        }

        if (after is not null)
        {
            writes.Add(new DocumentWrite(place, after.Index, id, after.Document, after.Version));
        }

        return writes;
    }

    private static void RefuseWithoutImages(StreamRecord record)
    {
        var (needsOld, needsNew) = (record.Change.Kind != ChangeKind.Inserted, record.Change.Kind != ChangeKind.Removed);
        if ((needsOld && record.OldImage.IsEmpty) || (needsNew && record.NewImage.IsEmpty))
        {
            throw new DocumentRefusedException(
                DocumentRefusal.ImageMissing, "The record has not both images. Declare the table's stream as StreamView.NewAndOldImages.");
        }
    }

    private IndexedDocument? Document(ReadOnlyMemory<byte> image, StreamChange change)
    {
        if (!map.TryMap(image, change, out var document))
        {
            return null;
        }

        return document.Version is not null || hasFence
            ? document
            : throw new DocumentRefusedException(
                DocumentRefusal.VersionMissing, "The item has no version. Give it one by [OptimisticLock] and [CreatedAt], or the sink a fence.");
    }
}
