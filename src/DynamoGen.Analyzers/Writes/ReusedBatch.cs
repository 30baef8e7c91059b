using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>
/// A batch of the object persistence or document model that each turn of a loop adds to and sends, though it was created ahead of the loop. Batches
/// keep what they have sent.
/// </summary>
internal sealed class ReusedBatch
{
    private readonly IInvocationOperation _execution;
    private readonly List<IInvocationOperation> _calls;
    private readonly bool _isUsedInBodyOnly;

    private ReusedBatch(
        ILoopOperation loop, IInvocationOperation creation, IInvocationOperation execution, List<IInvocationOperation> calls, bool isUsedInBodyOnly)
    {
        Loop = loop;
        Creation = creation;
        _execution = execution;
        _calls = calls;
        _isUsedInBodyOnly = isUsedInBodyOnly;
    }

    public ILoopOperation Loop { get; }

    /// <summary>The call that makes the batch.</summary>
    public IInvocationOperation Creation { get; }

    /// <summary>Whether each turn adds, sends, and does nothing more with the batch, so that each may as well have its own.</summary>
    public bool CanBelongToLoop =>
        _isUsedInBodyOnly
        && Certainty.RunsOnceIn(_execution, Loop.Body)
        && !_execution.Ancestors().TakeWhile(outer => outer != Loop).OfType<ITryOperation>().Any(attempt => !attempt.Catches.IsEmpty)
        && _calls.All(call => !IsAddition(call) || call.Syntax.SpanStart < _execution.Syntax.SpanStart)
        && _calls.Count(IsExecution) == 1
        && !Loop.Body.Descendants().OfType<IBranchOperation>()
            .Any(branch => branch.BranchKind == BranchKind.Continue && branch.Syntax.SpanStart < _execution.Syntax.SpanStart);

    /// <summary>Reads the call that sends a batch; null if it does not send in a loop what earlier turns of it added.</summary>
    public static ReusedBatch? SentBy(IInvocationOperation execution, SdkSymbols sdk)
    {
        if (!IsExecution(execution)
            || !sdk.Declares(execution.TargetMethod)
            || execution.Instance?.WithoutConversions() is not ILocalReferenceOperation { Local: var batch } reference
            || LocalVariable.OnlyValueOf(batch, reference) is not IInvocationOperation creation
            || creation.TargetMethod.Name is not ("CreateBatchWrite" or "CreateBatchGet")
            || !sdk.Declares(creation.TargetMethod)
            || LoopAround(execution) is not { } loop
            || creation.Ancestors().Contains(loop))
        {
            return null;
        }

        var uses = LocalVariable.UsesOf(batch, reference)
            .Where(use => use.Parent is not ISimpleAssignmentOperation assignment || assignment.Target != use).ToList();
        var calls = uses.Select(CallOn).OfType<IInvocationOperation>().ToList();
        var reads = uses.Count(use => use.Parent is IPropertyReferenceOperation property && property.Instance == use);
        return calls.Count + reads == uses.Count
            && calls.All(call => IsExecution(call) || IsAddition(call))
            && calls.Any(call => IsAddition(call) && IsIn(loop, call) && !Certainty.ExcludeEachOther(call, execution))
            && IsRepeatedIn(loop, execution)
                ? new ReusedBatch(loop, creation, execution, calls, uses.All(use => use.Ancestors().Contains(loop.Body)))
                : null;
    }

    private static bool IsExecution(IInvocationOperation call) => call.TargetMethod.Name is "ExecuteAsync" or "Execute";

    private static bool IsAddition(IInvocationOperation call) => call.TargetMethod.Name.StartsWith("Add", StringComparison.Ordinal);

    private static IInvocationOperation? CallOn(IOperation use)
    {
        var value = ObjectUse.OutermostConversion(use);
        return value.Parent is IInvocationOperation call && call.Instance == value ? call : null;
    }

    /// <summary>The innermost loop of the same function.</summary>
    private static ILoopOperation? LoopAround(IOperation operation) =>
        operation.Ancestors().FirstOrDefault(outer => outer is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation) as ILoopOperation;

    private static bool IsIn(ILoopOperation loop, IOperation operation) =>
        operation.Ancestors().TakeWhile(outer => outer is not (IAnonymousFunctionOperation or ILocalFunctionOperation)).Contains(loop.Body);

    /// <summary>
    /// Whether more than one turn sends: each does, or those in which a count is full, after which it starts again. A condition of another kind may
    /// hold in the last turn only, and a branch that sends may leave the loop.
    /// </summary>
    private static bool IsRepeatedIn(ILoopOperation loop, IOperation execution) =>
        IsIn(loop, execution)
        && !execution.Ancestors().TakeWhile(outer => outer != loop).OfType<IBlockOperation>().Any(block => LeavesAfter(block, execution))
        && (Certainty.RunsOnceIn(execution, loop.Body) || IsWhenCountIsFull(execution));

    private static bool LeavesAfter(IBlockOperation block, IOperation execution) =>
        block.Operations.Any(operation => operation.Syntax.SpanStart > execution.Syntax.SpanStart
            && operation is IReturnOperation or IThrowOperation or IBranchOperation { BranchKind: BranchKind.Break or BranchKind.GoTo });

    private static bool IsWhenCountIsFull(IOperation execution) =>
        execution.Ancestors().TakeWhile(outer => outer is not ILoopOperation)
            .Where(outer => outer is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ICatchClauseOperation or ICoalesceOperation
                or IConditionalAccessOperation)
            .ToList() is { Count: 1 } branches
        && branches[0] is IConditionalOperation { WhenTrue: var full } condition
        && (condition.Condition.Descendants().OfType<IBinaryOperation>().Any(test => test.OperatorKind == BinaryOperatorKind.Remainder)
            || full.Descendants().Any(StartsAgain));

    /// <summary>Whether a count is set to zero, or a list is emptied.</summary>
    private static bool StartsAgain(IOperation operation) =>
        operation is ISimpleAssignmentOperation { Value.ConstantValue: { HasValue: true, Value: 0 } }
            or IInvocationOperation { TargetMethod.Name: "Clear", Arguments.IsEmpty: true };
}
