using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>What a lambda asks of an item that a key could answer: an attribute is compared with a value, or begins with it.</summary>
/// <param name="Attribute">The property, or the attribute.</param>
/// <param name="Property">The property of a class; null for an entry of an item.</param>
/// <param name="IsEquality">Whether it asks for one value.</param>
internal sealed record AskedItem(string Attribute, IPropertySymbol? Property, bool IsEquality)
{
    public static IEnumerable<AskedItem> In(IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations is { Length: 1 } operations
        && operations[0] is IReturnOperation { ReturnedValue: { } condition }
        && lambda.Symbol.Parameters is { Length: 1 } parameters
            ? ConjunctsOf(condition).Select(part => Of(part, parameters[0])).OfType<AskedItem>()
            : [];

    private static IEnumerable<IOperation> ConjunctsOf(IOperation condition) =>
        condition.WithoutConversions() is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both
            ? ConjunctsOf(both.LeftOperand).Concat(ConjunctsOf(both.RightOperand))
            : [condition.WithoutConversions()];

    private static AskedItem? Of(IOperation part, IParameterSymbol item) =>
        part switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality =>
                Compared(equality.LeftOperand, equality.RightOperand, item, true) ?? Compared(equality.RightOperand, equality.LeftOperand, item, true),
            IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
                    or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual,
            } order => Compared(order.LeftOperand, order.RightOperand, item, false) ?? Compared(order.RightOperand, order.LeftOperand, item, false),
            IInvocationOperation { TargetMethod: { Name: "StartsWith" or "Equals" } method, Instance: { } text, Arguments: { Length: 1 } values } =>
                Compared(text, values[0].Value, item, method.Name == "Equals"),
            _ => null,
        };

    private static AskedItem? Compared(IOperation attribute, IOperation value, IParameterSymbol item, bool isEquality) =>
        value.WithoutConversions().ConstantValue is { HasValue: true, Value: null } || Mentions(value, item) ? null
        : AttributeIn(attribute, item) is var (name, property) ? new AskedItem(name, property, isEquality)
        : null;

    /// <summary><c>item.Property</c>, <c>item["attribute"]</c>, or the value in one such as <c>.S</c> and <c>.AsString()</c>.</summary>
    private static (string Name, IPropertySymbol? Property)? AttributeIn(IOperation operation, IParameterSymbol item) =>
        operation.WithoutConversions() switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance, Arguments: { Length: 1 } keys } when IsItem(instance, item) =>
                ConstantText.Of(keys[0].Value) is { } name ? (name, null) : null,
            IPropertyReferenceOperation { Property: var property, Instance: { } instance } when IsItem(instance, item) => (property.Name, property),
            IPropertyReferenceOperation { Property.Name: "S" or "N", Instance: { } entry } => AttributeIn(entry, item),
            IInvocationOperation { TargetMethod.Name: "AsString" or "AsInt" or "AsLong" or "AsGuid", Instance: { } entry } => AttributeIn(entry, item),
            _ => null,
        };

    private static bool IsItem(IOperation operation, IParameterSymbol item) =>
        operation.WithoutConversions() is IParameterReferenceOperation { Parameter: var parameter } && SymbolEqualityComparer.Default.Equals(parameter, item);

    private static bool Mentions(IOperation value, IParameterSymbol item) => value.DescendantsAndSelf().Any(part => IsItem(part, item));
}
