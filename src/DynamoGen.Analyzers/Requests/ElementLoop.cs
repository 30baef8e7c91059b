using DynamoGen.Analyzers.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>What runs once for each element of a list: the body of a <c>foreach</c> or <c>for</c>, or a lambda that a method calls for each.</summary>
internal sealed class ElementLoop
{
    /// <summary>A list with so many elements needs no batch.</summary>
    private const int Few = 2;

    /// <summary>The methods that call a lambda for each element.</summary>
    private static readonly string[] ForEach = ["Select", "ForEach", "ForEachAsync"];
    private static readonly string[] Lists = ["Enumerable", "List", "Array", "Parallel", "ParallelEnumerable"];

    /// <summary>The methods that run a lambda, once or until it succeeds.</summary>
    private static readonly string[] Runs = ["Run", "RunAsync", "Execute", "ExecuteAsync"];

    private readonly IOperation _whole;
    private readonly IOperation _body;
    private readonly TurnValues _values;

    private ElementLoop(IOperation whole, IOperation body, IEnumerable<ISymbol> variables)
    {
        _whole = whole;
        _body = body;
        _values = new TurnValues(variables, body);
    }

    /// <summary>Whether the loop counts, as one does that tries again.</summary>
    public bool IsCounting => _whole is IForLoopOperation;

    /// <summary>Whether the code may leave the loop ahead of its end, as one does that seeks something. That a caller cancels is no such end.</summary>
    public bool MayEndEarly => _whole is ILoopOperation loop && OwnOperations().Any(operation =>
        (operation is IReturnOperation || (operation is IBranchOperation branch && SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel)))
        && !operation.Ancestors().TakeWhile(outer => outer != loop).OfType<IConditionalOperation>().Any(IsOfCancellation));

    /// <summary>The loop around an operation; null without one, where a <c>while</c> is nearer, and where few or waiting turns make no difference.</summary>
    public static ElementLoop? Around(IOperation operation, SdkSymbols sdk)
    {
        var inner = operation;
        foreach (var outer in operation.Ancestors())
        {
            switch (outer)
            {
                case IForEachLoopOperation each when inner == each.Body:
                    return each.IsAsynchronous || IsFew(each.Collection, sdk) ? null : Of(each, each.Body, each.Locals);
                case IForLoopOperation count when inner == count.Body:
                    return IsFew(count) ? null : Of(count, count.Body, CountersOf(count));
                case IWhileLoopOperation or ILocalFunctionOperation:
                    return null;
                case IAnonymousFunctionOperation lambda when CallOf(lambda) is { } call:
                    if (ForEach.Contains(call.TargetMethod.Name) && ListOf(call) is { } list)
                    {
                        return IsFew(list, sdk) || lambda.Symbol.Parameters.IsEmpty ? null : Of(lambda, lambda.Body, [lambda.Symbol.Parameters[0]]);
                    }

                    if (!Runs.Contains(call.TargetMethod.Name))
                    {
                        return null;
                    }

                    break;
                case IAnonymousFunctionOperation:
                    return null;
            }

            inner = outer;
        }

        return null;
    }

    /// <summary>Whether a value follows from the element.</summary>
    public bool Decides(IOperation value) => _values.Decide(value);

    private static ElementLoop? Of(IOperation whole, IOperation body, IEnumerable<ISymbol> variables) =>
        body.Descendants().OfType<IInvocationOperation>().Any(Waiting.Is) ? null : new ElementLoop(whole, body, variables);

    /// <summary>The operations of the body without those of lambdas in it.</summary>
    private IEnumerable<IOperation> OwnOperations() => _body.Descendants()
        .Where(operation => !operation.Ancestors().TakeWhile(outer => outer != _body)
            .Any(outer => outer is IAnonymousFunctionOperation or ILocalFunctionOperation));

    private static bool IsOfCancellation(IConditionalOperation branch) =>
        branch.Condition.DescendantsAndSelf().Any(part => part is IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" });

    /// <summary>The call that takes a lambda as its argument.</summary>
    private static IInvocationOperation? CallOf(IAnonymousFunctionOperation lambda)
    {
        IOperation handed = lambda;
        while (handed.Parent is IConversionOperation or IDelegateCreationOperation)
        {
            handed = handed.Parent;
        }

        return ExpressionTree.IsMadeOf(lambda) ? null : (handed.Parent as IArgumentOperation)?.Parent as IInvocationOperation;
    }

    private static IOperation? ListOf(IInvocationOperation call) =>
        Lists.Contains(call.TargetMethod.ContainingType.Name) ? call.Instance ?? call.Arguments.FirstOrDefault()?.Value : null;

    private static IEnumerable<ISymbol> CountersOf(IForLoopOperation loop) =>
        loop.Before.Concat(loop.AtLoopBottom).SelectMany(operation => operation.DescendantsAndSelf())
            .Select(operation => operation switch
            {
                IVariableDeclaratorOperation { Symbol: var local } => local,
                IIncrementOrDecrementOperation { Target: ILocalReferenceOperation { Local: var local } } => local,
                IAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } => local,
                _ => null,
            })
            .OfType<ISymbol>();

    private static bool IsFew(IOperation list, SdkSymbols sdk)
    {
        var value = list.WithoutConversions();
        if (value is ILocalReferenceOperation local && LocalVariable.OnlyValueOf(local.Local, local) is IInvocationOperation query)
        {
            value = query;
        }

        return value is IInvocationOperation { TargetMethod: { Name: "Take" or "Range", ContainingType.Name: "Enumerable" } } call
            ? call.Arguments.Length > 1 && call.Arguments[1].Value.ConstantValue is { HasValue: true, Value: int and <= Few }
            : VisibleCollection.Of(list, sdk).Count <= Few;
    }

    private static bool IsFew(IForLoopOperation loop) =>
        loop.Condition is IBinaryOperation { LeftOperand: var left, RightOperand: var right }
        && (left.ConstantValue is { HasValue: true, Value: int and <= Few } || right.ConstantValue is { HasValue: true, Value: int and >= 1 and <= Few });
}
