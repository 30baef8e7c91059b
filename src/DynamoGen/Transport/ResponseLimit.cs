using DynamoGen.Schema;

namespace DynamoGen.Transport;

/// <summary>The largest response that a request can have: by what it asks for, and never more than its operation gives.</summary>
internal static class ResponseLimit
{
    /// <summary>An item is at most 400 KB, and JSON takes the same multiple of it as of a page.</summary>
    private const long JsonOfItem = ResponseBody.Limit / 1024L * 400;

    /// <summary>What a response says beside items: the capacity of up to 100 tables, or the reasons why a request was refused.</summary>
    private const long Overhead = 256 * 1024;

    /// <summary>
    /// What comes back unprocessed is what was sent, in other escapes (six bytes for one) and with exponents written out (126 digits for <c>1E125</c>).
    /// </summary>
    private const long EchoOfByte = 16;

    /// <param name="operation">The operation.</param>
    /// <param name="items">How many items the response can hold at most; <see cref="int.MaxValue"/> where the request does not say.</param>
    /// <param name="requestBytes">The length of the request.</param>
    /// <returns>The limit in bytes.</returns>
    public static int Of(DynamoOperation operation, int items, int requestBytes)
    {
        var asked = operation == DynamoOperation.BatchWriteItem ? 0 : items * JsonOfItem;
        var echo = operation is DynamoOperation.BatchWriteItem or DynamoOperation.BatchGetItem ? requestBytes * EchoOfByte : 0;
        return (int)Math.Min(WireOperation.Of(operation).ResponseLimit, asked + echo + Overhead);
    }
}
