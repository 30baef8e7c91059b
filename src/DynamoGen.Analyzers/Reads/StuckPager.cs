using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Recognises a loop that asks whether there is another page and never asks DynamoDB for it.</summary>
/// <param name="sdk">The SDK.</param>
/// <param name="token">The property of the response that says where the next page begins.</param>
/// <param name="start">The property of the request that takes it.</param>
/// <param name="methods">The methods that read a page.</param>
internal sealed class StuckPager(SdkSymbols sdk, string token, string start, params string[] methods)
{
    /// <summary>Parts of the names of methods after which the same request finds other items than before.</summary>
    private static readonly string[] Changes =
        ["Delete", "Remove", "Write", "Update", "Put", "Save", "Move", "Archive", "Purge", "Clear", "Process", "Handle", "Execute"];

    private readonly ClientMethods _methods = new(sdk, [.. methods, .. methods.Select(method => method.Replace("Async", ""))]);

    public string Token => token;

    public string Start => start;

    public bool IsCalledBy(IInvocationOperation call) =>
        _methods.Contains(call.TargetMethod)
        && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0) is { } argument
        && VisibleObject.From(argument.Value, sdk) is { IsWhole: true } request
        && ResponseUse.Of(call) is { IsVisible: true } response
        && LoopDecidedBy(response, call) is { } loop
        && request.ValuesOf(start).All(value => IsSameInEachTurn(value, loop))
        && !loop.Body.Descendants().OfType<IInvocationOperation>().Any(other => other != call && MayChangeItems(other));

    /// <summary>The innermost loop around the call that goes on, or is left, by the token; null if the token is used for anything else.</summary>
    private ILoopOperation? LoopDecidedBy(ResponseUse response, IOperation call)
    {
        var tests = new List<IOperation>();
        foreach (var read in response.Reads.Where(read => read.Property.Name == token))
        {
            if (TestsOf(read) is not { } found)
            {
                return null;
            }

            tests.AddRange(found);
        }

        return call.Ancestors().TakeWhile(outer => outer is not (IAnonymousFunctionOperation or ILocalFunctionOperation)).OfType<ILoopOperation>()
            .FirstOrDefault(loop => tests.Any(test => IsConditionOf(loop, test) || LeavesBy(loop, test)));
    }

    /// <summary>The places where the token, or the local that it is put into, is tested; null if it goes anywhere else.</summary>
    private static IEnumerable<IOperation>? TestsOf(IPropertyReferenceOperation read)
    {
        if (IsTest(read))
        {
            return [read];
        }

        if (ObjectUse.OwnerOf(Whole(read)) is not { } local)
        {
            return null;
        }

        var uses = LocalVariable.UsesOf(local, read).Where(use => use.Parent is not ISimpleAssignmentOperation assignment || assignment.Target != use).ToList();
        var others = uses.Where(use => !IsTest(use)).ToList();
        return others.All(IsGivenToRequest) ? uses.Except(others) : null;
    }

    /// <summary>The read with the <c>?.</c> ahead of it.</summary>
    private static IOperation Whole(IOperation read) =>
        read.Parent is IConditionalAccessOperation access && access.WhenNotNull == read ? access : read;

    /// <summary>Whether a request is created with it, which is looked at by itself.</summary>
    private static bool IsGivenToRequest(IOperation use) =>
        ObjectUse.OutermostConversion(use).Parent is ISimpleAssignmentOperation
        {
            Target: IPropertyReferenceOperation,
            Parent: IObjectOrCollectionInitializerOperation,
        };

    private static bool IsTest(IOperation operation)
    {
        var value = ObjectUse.OutermostConversion(Whole(operation));
        return value.Parent switch
        {
            IBinaryOperation or IIsPatternOperation => true,
            IPropertyReferenceOperation { Property.Name: "Count" or "Length" } count => IsTest(count),
            IConditionalAccessOperation { WhenNotNull: IPropertyReferenceOperation { Property.Name: "Count" or "Length" } } access => IsTest(access),
            IConditionalAccessOperation { WhenNotNull: IInvocationOperation { TargetMethod.Name: "Any" } } => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Any" or "IsNullOrEmpty" or "IsNullOrWhiteSpace" } } => true,
            _ => false,
        };
    }

    private static bool IsConditionOf(ILoopOperation loop, IOperation test) =>
        loop switch
        {
            IWhileLoopOperation { Condition: { } condition } => test.Ancestors().Prepend(test).Contains(condition),
            IForLoopOperation { Condition: { } condition } => test.Ancestors().Prepend(test).Contains(condition),
            _ => false,
        };

    /// <summary>Whether the test is that of an <c>if</c> by which the loop ends.</summary>
    private static bool LeavesBy(ILoopOperation loop, IOperation test) =>
        loop is IWhileLoopOperation or IForLoopOperation
        && test.Ancestors().TakeWhile(outer => outer != loop).OfType<IConditionalOperation>()
            .FirstOrDefault(branch => test.Ancestors().Prepend(test).Contains(branch.Condition)) is { } decision
        && new[] { decision.WhenTrue, decision.WhenFalse }.OfType<IOperation>().SelectMany(branch => branch.DescendantsAndSelf())
            .Any(operation => operation is IReturnOperation or IBranchOperation { BranchKind: BranchKind.Break });

    /// <summary>A value that is computed ahead of the loop, a constant, or a variable with which the loop does nothing else.</summary>
    private static bool IsSameInEachTurn(IOperation value, ILoopOperation loop)
    {
        if (!value.Ancestors().Contains(loop) || value.WithoutConversions().ConstantValue.HasValue)
        {
            return true;
        }

        var given = value.WithoutConversions();
        return VariableOf(given) is { } variable
            && loop.Descendants().All(use => use == given || !SymbolEqualityComparer.Default.Equals(VariableOf(use), variable) || IsTest(use));
    }

    private static ISymbol? VariableOf(IOperation reference) =>
        reference switch
        {
            ILocalReferenceOperation { Local: var local } => local,
            IParameterReferenceOperation { Parameter: var parameter } => parameter,
            _ => null,
        };

    private static bool MayChangeItems(IInvocationOperation call) =>
        Changes.Any(change => call.TargetMethod.Name.IndexOf(change, StringComparison.OrdinalIgnoreCase) >= 0);
}
