using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Expressions;

/// <summary>Makes values of expressions from what is known of them, if it fits.</summary>
internal static class TypedValues
{
    private const string ImmutableArray = "System.Collections.Immutable.ImmutableArray`1";

    /// <summary>A method's parameter, stored as a property of the type is.</summary>
    /// <exception cref="ExpressionException">The parameter has another type.</exception>
    public static ValueOperand Of(IParameterSymbol parameter, ValueModel type)
    {
        var stored = type.WithoutNull;
        var given = PatternParameters.Bare(parameter.Type).PlainName();
        return given == stored.TypeName
            ? new ValueOperand(new TypedValue(stored, Source(parameter)))
            : throw new ExpressionException(
                $"compares or sets {TypeNames.Readable(stored.TypeName)} with '{{{parameter.Name}}}', which is {TypeNames.Readable(given)}");
    }

    /// <summary>A property of the entity that a parameter holds, stored as another one of the same type is.</summary>
    /// <exception cref="ExpressionException">The property has another type, or may be null.</exception>
    public static ValueOperand OfProperty(IParameterSymbol entity, MemberModel member, ValueModel type)
    {
        var stored = type.WithoutNull;
        if (member.Value is NullableValue)
        {
            throw new ExpressionException($"takes '{{{entity.Name}.{member.Property}}}', which may be null; an expression needs a value");
        }

        return member.Value.TypeName == stored.TypeName
            ? new ValueOperand(new TypedValue(stored, new PropertySource(entity.Name, member.Property)))
            : throw new ExpressionException($"compares or sets {TypeNames.Readable(stored.TypeName)} with '{{{entity.Name}.{member.Property}}}', "
                + $"which is {TypeNames.Readable(member.Value.TypeName)}");
    }

    /// <summary>The values of a parameter that holds several, each stored as a property of the type is; null for a parameter that is one value.</summary>
    /// <exception cref="ExpressionException">The parameter holds values of another type, or cannot be counted.</exception>
    public static ListedValues? Listed(IParameterSymbol parameter, ValueModel type)
    {
        var stored = type.WithoutNull;
        if (parameter.Type.PlainName() == stored.TypeName || parameter.Type.SpecialType == SpecialType.System_String)
        {
            return null;
        }

        var sequence = parameter.Type is IArrayTypeSymbol { IsSZArray: true, ElementType: var item } ? item
            : parameter.Type is INamedTypeSymbol named ? Element(named, "System.Collections.Generic.IReadOnlyCollection`1")
            : null;
        if (sequence is null)
        {
            return parameter.Type is INamedTypeSymbol other && Element(other, "System.Collections.Generic.IEnumerable`1") is not null
                ? throw new ExpressionException(
                    $"takes '{{{parameter.Name}}}' behind IN, which cannot be counted before it is sent; take an IReadOnlyCollection")
                : null;
        }

        return sequence.PlainName() == stored.TypeName && sequence.NullableAnnotation != NullableAnnotation.Annotated
            ? new ListedValues(stored, Source(parameter), parameter.Type is IArrayTypeSymbol || parameter.Type.IsNamed(ImmutableArray))
            : throw new ExpressionException($"compares {TypeNames.Readable(stored.TypeName)} with the values of '{{{parameter.Name}}}', "
                + $"which are {TypeNames.Readable(sequence.PlainName())}");
    }

    private static ValueSource Source(IParameterSymbol parameter) => PatternParameters.IsNullable(parameter)
        ? new GivenSource(parameter.Name, parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        : new ParameterSource(parameter.Name);

    private static ITypeSymbol? Element(INamedTypeSymbol type, string contract) =>
        type.AllInterfaces.Append(type).FirstOrDefault(candidate => TypeNames.MetadataName(candidate) == contract)?.TypeArguments[0];

    /// <summary>That a stored property has a value.</summary>
    public static Condition AreEqual(MemberModel member, ValueSource source) =>
        AreEqual(member, new TypedValue(member.Value.WithoutNull, source));

    /// <summary>That a stored property has a value, or none where the value is null.</summary>
    public static Condition AreSame(MemberModel member, ValueSource source)
    {
        var value = new TypedValue(member.Value, source);
        var path = ItemPath.Of(member.Attribute);
        Condition absent = new Existence(path, IsThere: false);
        return new Choice(
            new NullTest(source),
            member.WritesNull ? new AnyOf(new EquatableArray<Condition>([absent, TypeTest.OfNull(path)])) : absent,
            AreEqual(member, value));
    }

    /// <inheritdoc cref="AreEqual(MemberModel, ValueSource)"/>
    public static Condition AreEqual(MemberModel member, RequestValue value) => AreEqual(
        new BoundPath(ItemPath.Of(member.Attribute), member.Value.WithoutNull, member, member, PathAbsence.Never.Then(member)), value);

    /// <summary>That what a path leads to has a value.</summary>
    public static Condition AreEqual(BoundPath path, RequestValue value)
    {
        var comparison = new Comparison(new PathOperand(path.Path), Comparator.Equal, new ValueOperand(value));
        return AbsentOperands.Cover(comparison, new TestedPath(path, IsSize: false), null, path.Type);
    }
}
