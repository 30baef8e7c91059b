using System.Text.Json.Nodes;
using DynamoGen.Schema;

namespace DynamoGen.Tests.Errors;

/// <summary>A request on its way, with its number among those of the transport, from 0, and its length in bytes.</summary>
internal sealed record SentRequest(int Number, DynamoOperation Operation, JsonObject Body, int Length);

/// <summary>What happens to a request on its way.</summary>
internal abstract record Fault
{
    /// <summary>Nothing happens to it.</summary>
    public static Fault None { get; } = new Delivered();

    /// <summary>The request reaches the server and its answer the client.</summary>
    internal sealed record Delivered : Fault;

    /// <summary>The request never reaches the server; the client gets an error.</summary>
    internal sealed record Refused(Exception Error) : Fault;

    /// <summary>The server applies the request, but its answer is lost; the client gets an error.</summary>
    internal sealed record AnswerLost(Exception Error) : Fault;

    /// <summary>The server applies the request, and gets it once more, as when the SDK retries after a lost answer.</summary>
    internal sealed record SentTwice : Fault;

    /// <summary>Only the entries of a batch that are chosen reach the server; the answer says that the others were not processed.</summary>
    internal sealed record Unprocessed(Func<int, bool> IsLeftOut) : Fault;

    /// <summary>The client gets this answer, and the server nothing.</summary>
    internal sealed record Answered(string Json) : Fault;
}
