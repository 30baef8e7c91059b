using Amazon.DynamoDBv2.Model;
using DynamoGen.Responses;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Backfill;

/// <summary>Reads the items of a page as they are stored.</summary>
/// <param name="entity">The name of their entity.</param>
internal readonly struct ItemPageReader(string entity) : IPageReader
{
    public List<Dictionary<string, AttributeValue>> Items { get; } = [];

    public void Expect(int count) => Items.EnsureCapacity(Math.Clamp(count, 0, 100_000));

    public void ReadItem(ref WireReader reader) => Items.Add(reader.ReadAttributes(entity));
}
