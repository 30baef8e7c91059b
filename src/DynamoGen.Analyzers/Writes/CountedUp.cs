using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Writes;

/// <summary>Recognises a constant that is added to a value, or taken from it.</summary>
internal static class CountedUp
{
    /// <summary>Parts of the names of methods by which one caller waits for another.</summary>
    private static readonly string[] Locks = ["Lock", "WaitAsync", "Acquire", "Semaphore", "Mutex"];

    /// <summary>What <c>x++</c>, <c>x += 1</c> and <c>x = x + 1</c> count up; null for other operations.</summary>
    public static IOperation? TargetOf(IOperation operation) =>
        operation switch
        {
            IIncrementOrDecrementOperation count => count.Target,
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, Type: var type } count
                when IsNumber(count.Value) && !IsText(type) => count.Target,
            ISimpleAssignmentOperation { Target: var target, Value: var value }
                when value.WithoutConversions() is IBinaryOperation sum && IsSum(sum)
                    && sum.Descendants().Any(part => part.Syntax.IsEquivalentTo(target.Syntax)) => target,
            _ => null,
        };

    /// <summary>Whether a number that the code states is added.</summary>
    public static bool IsSum(IBinaryOperation sum) =>
        sum.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract
        && !IsText(sum.Type)
        && (IsNumber(sum.LeftOperand) || IsNumber(sum.RightOperand));

    /// <summary>Whether the member keeps other callers out meanwhile.</summary>
    public static bool IsGuarded(IOperation anywhere) =>
        LocalVariable.BodyOf(anywhere).Descendants().Any(operation => operation is ILockOperation
            || (operation is IInvocationOperation { TargetMethod: var method }
                && Locks.Any(name => method.Name.Contains(name) || method.ContainingType?.Name.Contains(name) == true)));

    private static bool IsText(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;

    private static bool IsNumber(IOperation value) => value.WithoutConversions().ConstantValue is { HasValue: true, Value: not (string or char or null) };
}
