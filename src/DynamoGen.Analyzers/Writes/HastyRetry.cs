using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>Recognises a batch in a loop that sends its unprocessed part again, and never waits.</summary>
internal sealed class HastyRetry(SdkSymbols sdk)
{
    private readonly ClientMethods _writes = new(sdk, "BatchWriteItemAsync", "BatchWriteItem");
    private readonly ClientMethods _reads = new(sdk, "BatchGetItemAsync", "BatchGetItem");

    /// <summary>The property of the response that is sent again at once; null for other calls.</summary>
    public string? SentBy(IInvocationOperation batch)
    {
        var rest = _writes.Contains(batch.TargetMethod) ? "UnprocessedItems" : _reads.Contains(batch.TargetMethod) ? "UnprocessedKeys" : null;
        return rest is not null && LoopAround(batch) is { } loop && SendsAgain(rest, batch, loop) && !MayWait(loop) ? rest : null;
    }

    /// <summary>The nearest loop in the same function, if it goes on as long as a condition holds.</summary>
    private static ILoopOperation? LoopAround(IOperation batch) =>
        batch.Ancestors().FirstOrDefault(outer => outer is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation)
            is ILoopOperation loop and (IWhileLoopOperation or IForLoopOperation)
            ? loop
            : null;

    private bool SendsAgain(string rest, IInvocationOperation batch, ILoopOperation loop)
    {
        var values = new TurnValues(
            [], loop, part => part is IPropertyReferenceOperation { Property: var property } && property.Name == rest && sdk.Declares(property));
        return batch.Arguments.Any(argument => values.Decide(argument.Value));
    }

    /// <summary>Whether time may pass: a method says so by its name, or something else than a request is awaited.</summary>
    private bool MayWait(ILoopOperation loop) => loop.Descendants().Any(operation => operation switch
    {
        IInvocationOperation call => Waiting.Is(call),
        IAwaitOperation { Operation: var awaited } => !awaited.DescendantsAndSelf().OfType<IInvocationOperation>().Any(IsRequest),
        _ => false,
    });

    private bool IsRequest(IInvocationOperation call) =>
        sdk.Declares(call.TargetMethod) || _writes.Contains(call.TargetMethod) || _reads.Contains(call.TargetMethod);
}
