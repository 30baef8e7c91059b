using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>A call that starts a Scan, by itself or through a method that hands the request on.</summary>
/// <param name="Call">The call.</param>
/// <param name="Request">What says which Scan it is; null where the call does not.</param>
/// <param name="Entity">The class of the object persistence model whose table is read, or null.</param>
internal sealed record StartedScan(IInvocationOperation Call, IOperation? Request, INamedTypeSymbol? Entity)
{
    /// <summary>A call of a method of the SDK.</summary>
    public static StartedScan OfClient(IInvocationOperation call) =>
        new(call, ArgumentOf(call, 0), call.TargetMethod.TypeArguments.FirstOrDefault() as INamedTypeSymbol);

    /// <summary>The request, as far as it is visible where it is made; a method that hands it on does not change it.</summary>
    public VisibleObject? VisibleRequest(SdkSymbols sdk) => Request is null ? null : Visible(Request, sdk);

    /// <summary>An argument as an object that is made here.</summary>
    public VisibleObject? Visible(IOperation argument, SdkSymbols sdk) => VisibleObject.From(argument, sdk, Call.TargetMethod.OriginalDefinition);

    public static IOperation? ArgumentOf(IInvocationOperation call, int ordinal) =>
        call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == ordinal)?.Value;
}
