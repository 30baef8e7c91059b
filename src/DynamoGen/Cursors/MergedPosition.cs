using DynamoGen.Serialization;

namespace DynamoGen.Cursors;

/// <summary>How far a query of a key that is spread over shards has come.</summary>
/// <param name="Last">The place of the last item that was taken.</param>
/// <param name="Shards">How far each shard has been taken, by its number.</param>
internal sealed record MergedPosition(MergePlace Last, IReadOnlyList<ShardPosition> Shards)
{
    private static ReadOnlySpan<byte> NotBegun => "null"u8;

    private static ReadOnlySpan<byte> Ended => "{}"u8;

    public byte[] ToJson()
    {
        using var writer = new WireWriter();
        writer.Raw("{\"SortKey\":{\"B\":\""u8);
        writer.Binary(Last.SortKey);
        writer.Raw("\"},\"Shard\":"u8);
        writer.Number(Last.Shard);
        writer.Raw(",\"Shards\":["u8);
        foreach (var shard in Shards)
        {
            writer.Separator();
            writer.Raw(shard.HasEnded ? Ended : shard.StartKey ?? NotBegun);
        }

        writer.Raw("]}"u8);
        return writer.Written.ToArray();
    }

    public static MergedPosition FromJson(ReadOnlySpan<byte> json)
    {
        byte[] sortKey = [];
        var number = 0;
        var shards = new List<ShardPosition>();
        var reader = new WireReader(json);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (name.SequenceEqual("SortKey"u8))
            {
                sortKey = reader.ReadBinary();
            }
            else if (name.SequenceEqual("Shard"u8))
            {
                number = (int)reader.ReadJsonNumber();
            }
            else
            {
                reader.BeginArray();
                while (reader.NextElement())
                {
                    shards.Add(ReadShard(reader.ReadRawJson()));
                }
            }
        }

        reader.EndOfResponse();
        return new MergedPosition(new MergePlace(sortKey, number), shards);
    }

    private static ShardPosition ReadShard(ReadOnlySpan<byte> json) =>
        json.SequenceEqual(Ended) ? new ShardPosition(HasEnded: true, StartKey: null)
        : new ShardPosition(HasEnded: false, json.SequenceEqual(NotBegun) ? null : json.ToArray());
}
