using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>The places where a list is counted, or asked whether it is empty, of code that does nothing else with it.</summary>
internal sealed class CountUse
{
    private readonly List<(IOperation Place, bool IsExistence)> _places = [];
    private bool _isOnly = true;

    private CountUse()
    {
    }

    /// <summary>The places, or none where the items themselves are used.</summary>
    public static IReadOnlyList<(IOperation Place, bool IsExistence)> Of(IOperation list)
    {
        var use = new CountUse();
        use.Read(list);
        return use._isOnly ? use._places : [];
    }

    /// <summary>Whether the code asks of a count no more than whether it is zero.</summary>
    public static bool IsExistence(IOperation count)
    {
        var value = ObjectUse.OutermostConversion(count);
        return value.Parent switch
        {
            IBinaryOperation { LeftOperand: var left, RightOperand: var right, OperatorKind: var kind } =>
                IsNumber(left == value ? right : left, 0)
                || (kind is BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan && left == value && IsNumber(right, 1)),
            IIsPatternOperation { Pattern: var pattern } => IsZeroOrMore(pattern),
            _ => false,
        };
    }

    private static bool IsNumber(IOperation operand, int number) =>
        operand.WithoutConversions().ConstantValue is { HasValue: true, Value: int value } && value == number;

    private static bool IsZeroOrMore(IPatternOperation pattern) =>
        pattern switch
        {
            IConstantPatternOperation { Value: var value } => IsNumber(value, 0),
            IRelationalPatternOperation { Value: var value } => IsNumber(value, 0),
            INegatedPatternOperation negated => IsZeroOrMore(negated.Pattern),
            _ => false,
        };

    private void Read(IOperation list)
    {
        var value = ObjectUse.OutermostConversion(list);
        switch (value.Parent)
        {
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } when LocalVariable.IsSetOnce(local, value):
                LocalVariable.UsesOf(local, value).ToList().ForEach(Read);
                break;
            case IPropertyReferenceOperation { Property.Name: "Count" or "Length" } count when count.Instance == value:
                _places.Add((count, IsExistence(count)));
                break;
            case IArgumentOperation { Parent: IInvocationOperation call }:
                ReadCall(call, call);
                break;
            case IConditionalAccessOperation access when access.Operation == value:
                ReadConditionally(access);
                break;
            case IBinaryOperation binary:
                _isOnly &= IsNull(binary.LeftOperand) || IsNull(binary.RightOperand);
                break;
            case IIsPatternOperation test:
                ReadPattern(test, test.Pattern);
                break;
            default:
                _isOnly = false;
                break;
        }
    }

    /// <summary><c>items.Count()</c> and <c>items.Any()</c>, without a condition.</summary>
    private void ReadCall(IInvocationOperation call, IOperation result)
    {
        if (call is { TargetMethod: { Name: "Count" or "LongCount" or "Any", ContainingType.Name: "Enumerable" }, Arguments.Length: 1 })
        {
            _places.Add((call, call.TargetMethod.Name == "Any" || IsExistence(result)));
        }
        else
        {
            _isOnly = false;
        }
    }

    private void ReadConditionally(IConditionalAccessOperation access)
    {
        switch (access.WhenNotNull)
        {
            case IPropertyReferenceOperation { Property.Name: "Count" or "Length", Instance: IConditionalAccessInstanceOperation } count:
                _places.Add((count, IsExistence(access)));
                break;
            case IInvocationOperation call:
                ReadCall(call, access);
                break;
            default:
                _isOnly = false;
                break;
        }
    }

    private void ReadPattern(IIsPatternOperation test, IPatternOperation pattern)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                ReadPattern(test, negated.Pattern);
                break;
            case IConstantPatternOperation:
                break;
            case IRecursivePatternOperation { DeclaredSymbol: null, DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns: { Length: 1 } parts }
                when parts[0] is { Member: IPropertyReferenceOperation { Property.Name: "Count" }, Pattern: var count } && IsZeroOrMore(count):
                _places.Add((test, true));
                break;
            default:
                _isOnly = false;
                break;
        }
    }

    private static bool IsNull(IOperation operand) => operand.WithoutConversions().ConstantValue is { HasValue: true, Value: null };
}
