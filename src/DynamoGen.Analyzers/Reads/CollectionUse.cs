using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>Looks at how a collection that may be null is used.</summary>
internal static class CollectionUse
{
    /// <summary>The use that fails where the collection is null: this one, or the first of a variable that is declared with it and never tested.</summary>
    public static IOperation? FailureOf(IPropertyReferenceOperation collection)
    {
        if (Dereferences(collection))
        {
            return collection;
        }

        if (LocalSetTo(collection) is not { } local)
        {
            return null;
        }

        var uses = LocalVariable.UsesOf(local, collection).Where(use => !IsSetToSuch(use, collection) && CanFollow(use, collection)).ToList();
        return uses.FirstOrDefault(Dereferences) is { } first && !uses.Any(use => IsGuard(use, first)) ? first : null;
    }

    /// <summary>Whether a use may run after the collection was read: it stands behind it, or in a loop around both.</summary>
    private static bool CanFollow(IOperation use, IOperation collection) =>
        use.Syntax.SpanStart > collection.Syntax.SpanStart
        || collection.Ancestors().Any(outer => outer is ILoopOperation && outer.Syntax.Span.Contains(use.Syntax.Span));

    /// <summary>The variable that is declared with the collection, or set to it.</summary>
    private static ILocalSymbol? LocalSetTo(IOperation collection) => ObjectUse.OutermostConversion(collection).Parent switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } } => declared,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var assigned } } => assigned,
        _ => null,
    };

    /// <summary>Whether a use sets the variable to the same collection of a response, or to null, which asks for nothing.</summary>
    private static bool IsSetToSuch(ILocalReferenceOperation use, IPropertyReferenceOperation collection) =>
        use.Parent is ISimpleAssignmentOperation assignment
        && assignment.Target == use
        && (assignment.Value.WithoutConversions() is { ConstantValue: { HasValue: true, Value: null } }
            || (assignment.Value.WithoutConversions() is IPropertyReferenceOperation set
                && SymbolEqualityComparer.Default.Equals(set.Property, collection.Property)));

    /// <summary>Whether this use fails where the collection is null, here or in the method that is given it.</summary>
    public static bool Dereferences(IOperation collection) =>
        DereferencesHere(collection)
        || (ObjectUse.OutermostConversion(collection).Parent is IArgumentOperation argument && FailsIn(CalledBody.UsesOf(argument).ToList()));

    private static bool DereferencesHere(IOperation collection)
    {
        var value = ObjectUse.OutermostConversion(collection);
        return value.Parent switch
        {
            IPropertyReferenceOperation member => member.Instance == value,
            IInvocationOperation call => call.Instance == value,
            IForEachLoopOperation loop => loop.Collection == value,
            { } element when CollectionExpression.IsSpread(element) => true,
            IArgumentOperation
            {
                Parent: IObjectCreationOperation
                {
                    Type:
                    {
                        Name: "Dictionary" or "List",
                        ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" },
                    },
                },
            } => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { IsExtensionMethod: true, ContainingType.Name: "Enumerable" } } call } =>
                call.Arguments[0] == value.Parent,
            _ => false,
        };
    }

    /// <summary>Whether a method of the same compilation fails on a parameter that is null: it uses it, and never asks.</summary>
    private static bool FailsIn(IReadOnlyList<IParameterReferenceOperation> uses) =>
        uses.FirstOrDefault(DereferencesHere) is { } first && !uses.Any(use => IsTest(use) || IsHandedOnBefore(use, first));

    /// <summary>Whether the member never asks whether the collection is there, and no earlier use would have failed already.</summary>
    public static bool IsFirstAndUnguarded(IPropertyReferenceOperation collection)
    {
        var body = LocalVariable.BodyOf(collection);
        var uses = body.Descendants().OfType<IPropertyReferenceOperation>().Where(other => IsSame(other, collection)).ToList();
        return uses.All(use => use == collection || !IsGuard(use, collection))
            && uses.Where(Dereferences).All(use => use.Syntax.SpanStart >= collection.Syntax.SpanStart)
            && !body.Descendants().Any(operation => AsksFor(operation, collection.Property) || IsJudgedBy(operation, collection));
    }

    private static bool IsSame(IPropertyReferenceOperation left, IPropertyReferenceOperation right) =>
        SymbolEqualityComparer.Default.Equals(left.Property, right.Property)
        && (left.Instance, right.Instance) switch
        {
            (ILocalReferenceOperation a, ILocalReferenceOperation b) => SymbolEqualityComparer.Default.Equals(a.Local, b.Local),
            (IParameterReferenceOperation a, IParameterReferenceOperation b) when IsElement(a) && IsElement(b) => true,
            ({ } a, { } b) => a.Syntax.ToString() == b.Syntax.ToString(),
            _ => false,
        };

    /// <summary>The parameter of a lambda: <c>all.Where(r => r.Item != null)</c> asks for those in a later <c>Select(found => …)</c>.</summary>
    private static bool IsElement(IParameterReferenceOperation parameter) =>
        parameter.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction };

    /// <summary>Whether another method of the project is given the whole response first: it may throw, or say whether there is an item.</summary>
    private static bool IsJudgedBy(IOperation operation, IPropertyReferenceOperation collection) =>
        operation is IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.Length: > 0 } call
        && call.Syntax.SpanStart < collection.Syntax.SpanStart
        && call.Arguments.Select(argument => argument.Value.WithoutConversions()).Append(call.Instance)
            .Any(value => value is ILocalReferenceOperation or IParameterReferenceOperation
                && value.Syntax.ToString() == collection.Instance?.Syntax.ToString());

    /// <summary>Whatever may be a test for null, or gives the collection; a method that is given the collection first may be a test too.</summary>
    private static bool IsGuard(IOperation use, IOperation guarded) => IsTest(use) || (IsHandedOnBefore(use, guarded) && !Dereferences(use));

    private static bool IsTest(IOperation use)
    {
        var value = ObjectUse.OutermostConversion(use);
        while (value.Parent is IConditionalAccessOperation { WhenNotNull: var member } access && member == value)
        {
            // What is asked by response?.Item is whether there is a response.
            value = ObjectUse.OutermostConversion(access);
        }

        return value.Parent is IConditionalAccessOperation or IIsPatternOperation or IBinaryOperation or ICoalesceOperation or IIsTypeOperation
                or ISwitchOperation or ISwitchExpressionOperation
                or ICoalesceAssignmentOperation
            || (value.Parent is ISimpleAssignmentOperation assignment && assignment.Target == value);
    }

    private static bool IsHandedOnBefore(IOperation use, IOperation guarded) =>
        ObjectUse.OutermostConversion(use).Parent is IArgumentOperation && use.Syntax.SpanStart < guarded.Syntax.SpanStart;

    /// <summary>A property pattern, or a property such as <c>IsItemSet</c>, anywhere in the member.</summary>
    private static bool AsksFor(IOperation operation, IPropertySymbol property) =>
        operation switch
        {
            IPropertySubpatternOperation { Member: IPropertyReferenceOperation member } => SymbolEqualityComparer.Default.Equals(member.Property, property),
            IPropertyReferenceOperation { Property: { Name: var name, ContainingType: var type } } =>
                name == $"Is{property.Name}Set" && SymbolEqualityComparer.Default.Equals(type, property.ContainingType),
            _ => false,
        };
}
