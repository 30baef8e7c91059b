using System.Buffers;
using System.Text;

namespace DynamoGen.Streams.Lambda;

/// <summary>Writes what a function of a stream answers.</summary>
/// <remarks>
/// An empty list is success. An identifier that is empty or of no record of the batch makes the whole batch fail, so that one is only ever a sequence number
/// as the event gave it.
/// </remarks>
internal static class BatchAnswer
{
    /// <param name="answer">Takes the answer.</param>
    /// <param name="failed">The first record that failed, or null.</param>
    /// <param name="state">The state of a window as JSON; empty where there is no window.</param>
    public static void Write(IBufferWriter<byte> answer, SequenceNumber? failed, ReadOnlySpan<byte> state)
    {
        if (state.IsEmpty)
        {
            answer.Write("{\"batchItemFailures\":["u8);
        }
        else
        {
            answer.Write("{\"state\":"u8);
            answer.Write(state);
            answer.Write(",\"batchItemFailures\":["u8);
        }

        if (failed is { } number)
        {
            answer.Write("{\"itemIdentifier\":\""u8);
            answer.Write(Encoding.ASCII.GetBytes(number.ToString()));
            answer.Write("\"}"u8);
        }

        answer.Write("]}"u8);
    }
}
