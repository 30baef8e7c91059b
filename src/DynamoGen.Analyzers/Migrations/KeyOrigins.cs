using System.Collections.Immutable;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Migrations;

/// <summary>Tells what values are made of in the body of a function of one old item.</summary>
/// <remarks>What is not known takes all that its parts take, so that too much is found, never too little.</remarks>
/// <param name="old">The parameter.</param>
internal sealed class KeyOrigins(IParameterSymbol old)
{
    public KeyOrigin Of(IOperation value) => value switch
    {
        { ConstantValue.HasValue: true } => KeyOrigin.Constant,
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        IConversionOperation conversion => OfConversion(conversion),
        IParameterReferenceOperation reference when IsOld(reference) => new KeyOrigin(ImmutableHashSet<string>.Empty, TakesWhole: true),
        IPropertyReferenceOperation property => OfProperty(property),
        ILocalReferenceOperation local => LocalVariable.OnlyValueOf(local.Local, local) is { } only ? Of(only) : OfAll(LocalVariable.BodyOf(local)).Blurred,
        IInvocationOperation call => OfCall(call),
        IObjectCreationOperation creation => OfCreation(creation),
        IInterpolatedStringOperation text => OfText(text),
        IBinaryOperation binary => OfBinary(binary),
        _ => OfParts(value),
    };

    /// <summary>All that is taken anywhere in code.</summary>
    private KeyOrigin OfAll(IOperation code) => code.Descendants().Where(part => part is IPropertyReferenceOperation or IParameterReferenceOperation)
        .Where(part => part.Parent is not IPropertyReferenceOperation)
        .Select(part => part is IPropertyReferenceOperation property ? OfProperty(property) : Of(part))
        .Aggregate(KeyOrigin.Constant, static (all, part) => all.With(part));

    private bool IsOld(IOperation? value) =>
        value?.WithoutConversions() is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, old);

    private KeyOrigin OfProperty(IPropertyReferenceOperation property)
    {
        if (IsOld(property.Instance))
        {
            return KeyOrigin.Of(property.Property.Name);
        }

        var instance = property.Instance is { } of ? Of(of) : KeyOrigin.Constant;
        var isValue = property.Property is { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }
            || SingleValue.IsWrapper(property.Property.ContainingType);
        return WithImpurity(property, isValue ? instance : instance.Blurred);
    }

    private KeyOrigin OfConversion(IConversionOperation conversion)
    {
        var operand = Of(conversion.Operand);
        return conversion.OperatorMethod is { } method
            ? (SingleValue.IsWrapper(method.ContainingType) ? operand : operand.Blurred)
            : conversion.Conversion.IsNumeric && !conversion.Conversion.IsImplicit ? operand.Blurred : operand;
    }

    private KeyOrigin OfCreation(IObjectCreationOperation creation)
    {
        var all = OfParts(creation);
        return creation is { Arguments.Length: 1, Initializer: null, Type: INamedTypeSymbol type } && SingleValue.IsWrapper(type)
            ? WithImpurity(creation, Of(creation.Arguments[0].Value))
            : all;
    }

    private KeyOrigin OfCall(IInvocationOperation call)
    {
        var all = OfParts(call);
        return call is { TargetMethod: { Name: "ToString", IsStatic: false }, Instance: { } instance }
            && SingleValue.HasText(instance.Type)
            && call.Arguments.All(argument => argument.Value.WithoutConversions().Type?.SpecialType != SpecialType.System_String)
                ? Of(instance)
                : all;
    }

    /// <summary>A text with one hole tells apart what the hole does. One with several may be the same text for other values.</summary>
    private KeyOrigin OfText(IInterpolatedStringOperation text)
    {
        var holes = text.Parts.OfType<IInterpolationOperation>().Where(hole => !hole.Expression.ConstantValue.HasValue).ToList();
        return holes.Count == 1 && holes[0] is { FormatString: null, Expression: var only } && SingleValue.HasText(only.WithoutConversions().Type)
            ? Of(only.WithoutConversions())
            : OfParts(text);
    }

    private KeyOrigin OfBinary(IBinaryOperation binary)
    {
        var isText = binary.Type?.SpecialType == SpecialType.System_String;
        var isInteger = binary.Type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;
        if ((binary.OperatorKind == BinaryOperatorKind.Add && (isText || isInteger)) || (binary.OperatorKind == BinaryOperatorKind.Subtract && isInteger))
        {
            var (left, right) = (Of(binary.LeftOperand), Of(binary.RightOperand));
            return left == KeyOrigin.Constant ? right : right == KeyOrigin.Constant ? left : left.With(right);
        }

        return OfParts(binary);
    }

    private KeyOrigin OfParts(IOperation value) =>
        WithImpurity(value, value.ChildOperations.Select(Of).Aggregate(KeyOrigin.Constant, static (all, part) => all.With(part)));

    private static KeyOrigin WithImpurity(IOperation value, KeyOrigin origin) =>
        origin.Impurity is null && Impurities.Of(value) is { } impurity ? origin with { Same = null, Impurity = impurity } : origin;
}
