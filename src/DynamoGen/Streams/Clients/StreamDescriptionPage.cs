using DynamoGen.Serialization;
using DynamoGen.Streams.Shards;

namespace DynamoGen.Streams.Clients;

/// <summary>One page of a stream's description, without its shards.</summary>
/// <param name="IsOpen">Whether changes are still added.</param>
/// <param name="View">What the records carry.</param>
/// <param name="LastShardId">The shard behind which the next page begins; null where there is none.</param>
internal readonly record struct StreamDescriptionPage(bool IsOpen, StreamView View, string? LastShardId)
{
    /// <summary>Reads a page, and adds its shards to those of the pages before it.</summary>
    public static StreamDescriptionPage Read(ReadOnlySpan<byte> json, List<ShardDescription> shards)
    {
        var reader = new WireReader(json);
        StreamDescriptionPage? page = null;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("StreamDescription"u8))
            {
                page = ReadDescription(ref reader, shards);
            }
            else
            {
                reader.SkipJson();
            }
        }

        reader.EndOfResponse();
        return page ?? throw StreamResponses.Missing("StreamDescription");
    }

    private static StreamDescriptionPage ReadDescription(ref WireReader reader, List<ShardDescription> shards)
    {
        var page = default(StreamDescriptionPage);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("Shards"u8))
            {
                reader.BeginArray();
                while (reader.NextElement())
                {
                    shards.Add(ReadShard(ref reader));
                }
            }
            else if (name.SequenceEqual("StreamStatus"u8))
            {
                page = page with { IsOpen = StreamResponses.Text(ref reader) is "ENABLED" or "ENABLING" };
            }
            else if (name.SequenceEqual("StreamViewType"u8))
            {
                page = page with { View = ViewOf(StreamResponses.Text(ref reader)) };
            }
            else if (name.SequenceEqual("LastEvaluatedShardId"u8))
            {
                page = page with { LastShardId = StreamResponses.Text(ref reader) };
            }
            else
            {
                reader.SkipJson();
            }
        }

        return page;
    }

    private static StreamView ViewOf(string? view) => view switch
    {
        "KEYS_ONLY" => StreamView.KeysOnly,
        "NEW_IMAGE" => StreamView.NewImage,
        "OLD_IMAGE" => StreamView.OldImage,
        "NEW_AND_OLD_IMAGES" => StreamView.NewAndOldImages,
        _ => StreamView.None,
    };

    private static ShardDescription ReadShard(ref WireReader reader)
    {
        string? id = null, parent = null;
        (SequenceNumber? First, SequenceNumber? Last) range = default;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("ShardId"u8))
            {
                id = StreamResponses.Text(ref reader);
            }
            else if (name.SequenceEqual("ParentShardId"u8))
            {
                parent = StreamResponses.Text(ref reader);
            }
            else if (name.SequenceEqual("SequenceNumberRange"u8))
            {
                range = ReadRange(ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }

        return new ShardDescription(id ?? throw StreamResponses.Missing("ShardId"), parent, range.First, range.Last);
    }

    private static (SequenceNumber? First, SequenceNumber? Last) ReadRange(ref WireReader reader)
    {
        SequenceNumber? first = null, last = null;
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("StartingSequenceNumber"u8))
            {
                first = Number(ref reader);
            }
            else if (name.SequenceEqual("EndingSequenceNumber"u8))
            {
                last = Number(ref reader);
            }
            else
            {
                reader.SkipJson();
            }
        }

        return (first, last);
    }

    private static SequenceNumber? Number(ref WireReader reader) =>
        reader.TryReadJsonNull() ? null
        : SequenceNumber.TryParse(reader.ReadText(), out var number) ? number
        : throw new ItemFormatException(null, null, "a sequence number", "other text");
}
