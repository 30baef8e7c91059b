using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Requests;

/// <summary>
/// Says whether two expressions of one member have the same value for certain: constants, variables that are set once, texts made of them, and what
/// methods of the same compilation make of them.
/// </summary>
internal static class SameValue
{
    /// <summary>How many variables a value is followed through, so that two that are set to each other end.</summary>
    private const int MostSteps = 4;

    public static bool Is(IOperation left, IOperation right)
    {
        var (one, other) = (Origin(left.WithoutConversions()), Origin(right.WithoutConversions()));
        if (one.ConstantValue.HasValue || ConstantText.Of(one) is not null)
        {
            return one.ConstantValue.HasValue && other.ConstantValue.HasValue
                ? Equals(one.ConstantValue.Value, other.ConstantValue.Value)
                : ConstantText.Of(one) is { } text && text == ConstantText.Of(other);
        }

        return IsSameVariable(one, other) || (one, other) switch
        {
            (IInterpolatedStringOperation first, IInterpolatedStringOperation second) => AreSame(first.Parts, second.Parts),
            (IInterpolatedStringTextOperation first, IInterpolatedStringTextOperation second) => Is(first.Text, second.Text),
            (IInterpolationOperation first, IInterpolationOperation second) =>
                Is(first.Expression, second.Expression) && first.Syntax.IsEquivalentTo(second.Syntax),
            (IBinaryOperation first, IBinaryOperation second) => first.OperatorKind == second.OperatorKind
                && Is(first.LeftOperand, second.LeftOperand) && Is(first.RightOperand, second.RightOperand),
            (IInvocationOperation { TargetMethod.Name: nameof(ToString), Instance: { } first } call, IInvocationOperation { Instance: { } second } same) =>
                SymbolEqualityComparer.Default.Equals(call.TargetMethod, same.TargetMethod)
                && Is(first, second) && AreSame(call.Arguments.Select(argument => argument.Value), same.Arguments.Select(argument => argument.Value)),
            (IInvocationOperation first, IInvocationOperation second) => SameCall.Is(first, second),
            _ => false,
        };
    }

    /// <summary>The variable or the call that a local has its only value from, if nothing may have changed what the local holds.</summary>
    private static IOperation Origin(IOperation value)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            if (value is not ILocalReferenceOperation { Local: var local } use
                || LocalVariable.OnlyValueOf(local, use) is not { } only
                || !(only is ILocalReferenceOperation or IParameterReferenceOperation
                    || (only is IInvocationOperation && LocalVariable.UsesOf(local, use).All(other => other == use))))
            {
                break;
            }

            value = only;
        }

        return value;
    }

    /// <summary>Whether both are the same variable, which nothing sets between them, or the same stored property of such a one.</summary>
    private static bool IsSameVariable(IOperation one, IOperation other) =>
        (one, other) switch
        {
            (ILocalReferenceOperation { Local: var local }, ILocalReferenceOperation { Local: var same }) =>
                SymbolEqualityComparer.Default.Equals(local, same) && LocalVariable.IsSetOnce(local, one),
            (IParameterReferenceOperation { Parameter: var parameter }, IParameterReferenceOperation { Parameter: var same }) =>
                SymbolEqualityComparer.Default.Equals(parameter, same) && !IsSet(parameter, one),
            (IFieldReferenceOperation { Field: var field } first, IFieldReferenceOperation { Field: var same } second) =>
                SymbolEqualityComparer.Default.Equals(field, same) && !IsSet(field, one) && AreOfOneObject(first.Instance, second.Instance),
            (IPropertyReferenceOperation { Property: var property } first, IPropertyReferenceOperation { Property: var same } second) =>
                SymbolEqualityComparer.Default.Equals(property, same) && IsStored(property) && !IsSet(property, one)
                && AreOfOneObject(first.Instance, second.Instance),
            (IInstanceReferenceOperation, IInstanceReferenceOperation) => true,
            _ => false,
        };

    private static bool AreOfOneObject(IOperation? one, IOperation? other) => one is null ? other is null : other is not null && Is(one, other);

    private static bool AreSame(IEnumerable<IOperation> left, IEnumerable<IOperation> right)
    {
        var (one, other) = (left.ToList(), right.ToList());
        return one.Count == other.Count && one.Zip(other, Is).All(same => same);
    }

    /// <summary>Whether the property of a class of this source keeps a value: a getter may compute another one each time.</summary>
    public static bool IsStored(IPropertySymbol property) =>
        property is { IsStatic: false, IsAbstract: false, IsIndexer: false }
        && property.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property.OriginalDefinition)
                || SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static bool IsSet(ISymbol variable, IOperation anywhere) =>
        LocalVariable.BodyOf(anywhere).Descendants().SelectMany(TargetsOf)
            .Any(target => SymbolEqualityComparer.Default.Equals(VariableOf(target), variable));

    /// <summary>What an operation gives another value; an initializer does so to an object that is new.</summary>
    private static IEnumerable<IOperation> TargetsOf(IOperation operation) =>
        operation switch
        {
            IAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation } => Enumerable.Empty<IOperation>(),
            IAssignmentOperation { Target: ITupleOperation tuple } => tuple.Elements,
            IAssignmentOperation { Target: var target } => Enumerable.Repeat(target, 1),
            IIncrementOrDecrementOperation { Target: var target } => Enumerable.Repeat(target, 1),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: var target } => Enumerable.Repeat(target, 1),
            _ => Enumerable.Empty<IOperation>(),
        };

    private static ISymbol? VariableOf(IOperation reference) =>
        reference switch
        {
            IParameterReferenceOperation { Parameter: var parameter } => parameter,
            IFieldReferenceOperation { Field: var field } => field,
            IPropertyReferenceOperation { Property: var property } => property,
            _ => null,
        };
}
