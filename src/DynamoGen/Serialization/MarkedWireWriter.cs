namespace DynamoGen.Serialization;

/// <summary>A writer of the request of a write that has a mark; others do not pay for it.</summary>
internal sealed class MarkedWireWriter(long mark) : WireWriter
{
    private protected override long Mark => mark;
}
