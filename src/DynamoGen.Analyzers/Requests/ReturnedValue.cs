using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>Finds what a method of the same compilation gives back to its caller.</summary>
internal static class ReturnedValue
{
    /// <summary>The values that a call may give; none where the code that runs is not visible.</summary>
    public static IReadOnlyList<IOperation> Of(IInvocationOperation call)
    {
        if (CalledBody.Of(call.TargetMethod, call) is not { } body)
        {
            return [];
        }

        var returns = body.Descendants().OfType<IReturnOperation>().Where(value => !IsOfInnerFunction(value, body)).ToList();
        return returns.All(value => value is { Kind: OperationKind.Return, ReturnedValue: not null })
            ? returns.ConvertAll(value => value.ReturnedValue!.WithoutConversions())
            : [];
    }

    /// <summary>The only one, or null.</summary>
    public static IOperation? OnlyOf(IInvocationOperation call) => Of(call) is { Count: 1 } values ? values[0] : null;

    private static bool IsOfInnerFunction(IOperation value, IOperation body) =>
        value.Ancestors().TakeWhile(outer => outer != body).Any(outer => outer is IAnonymousFunctionOperation or ILocalFunctionOperation);
}
