using DynamoGen.Responses;
using DynamoGen.Serialization;

namespace DynamoGen.Batches;

/// <summary>Steps over the items of a response that should have none.</summary>
internal readonly struct NoItems : IPageReader
{
    public void Expect(int count)
    {
        // Nothing is kept.
    }

    public void ReadItem(ref WireReader reader) => reader.SkipJson();
}
