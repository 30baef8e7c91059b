using DynamoGen.Serialization;

namespace DynamoGen.Responses;

/// <summary>Takes how many items a page has, which does not hold them.</summary>
internal struct CountingPageReader : IPageReader
{
    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    public void Expect(int count) => Count = count;

    public readonly void ReadItem(ref WireReader reader) => reader.SkipJson();
}
