using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Values;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Declarations.Expressions;

/// <summary>Makes values of expressions from what is known of them, if it fits.</summary>
internal static class TypedValues
{
    /// <summary>A method's parameter, stored as a property of the type is.</summary>
    /// <exception cref="ExpressionException">The parameter has another type.</exception>
    public static ValueOperand Of(IParameterSymbol parameter, ValueModel type)
    {
        var stored = type.WithoutNull;
        var given = parameter.Type.PlainName();
        return given == stored.TypeName
            ? new ValueOperand(new TypedValue(stored, new ParameterSource(parameter.Name)))
            : throw new ExpressionException(
                $"compares or sets {TypeNames.Readable(stored.TypeName)} with '{{{parameter.Name}}}', which is {TypeNames.Readable(given)}");
    }

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
            new NullTest(value),
            member.WritesNull ? new AnyOf(new EquatableArray<Condition>([absent, TypeTest.OfNull(path)])) : absent,
            AreEqual(member, value));
    }

    /// <inheritdoc cref="AreEqual(MemberModel, ValueSource)"/>
    public static Condition AreEqual(MemberModel member, RequestValue value)
    {
        var path = ItemPath.Of(member.Attribute);
        var tested = new BoundPath(path, member.Value.WithoutNull, member, member, PathAbsence.Never.Then(member));
        var comparison = new Comparison(new PathOperand(path), Comparator.Equal, new ValueOperand(value));
        return AbsentOperands.Cover(comparison, new TestedPath(tested, IsSize: false), null, member.Value.WithoutNull);
    }
}
