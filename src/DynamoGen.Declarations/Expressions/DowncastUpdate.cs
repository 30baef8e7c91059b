using DynamoGen.Declarations.Parameters;
using DynamoGen.Declarations.Syntax;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>Sets in an update what downcasters make of a property, where the whole of it is set.</summary>
internal static class DowncastUpdate
{
    /// <summary>Adds the attributes that are made of a property to the clauses of an update.</summary>
    /// <returns>The attributes.</returns>
    /// <exception cref="ExpressionException">What is made of the property is not known.</exception>
    public static IEnumerable<string> Add(
        UpdateClauses clauses, OperandBinder operands, ExpressionToken keyword, WrittenMember written, DowncastMember whole, ActionSyntax action)
    {
        var isWhole = written.Update == WrittenUpdate.Whole && keyword.IsKeyword("SET") && action.Path.IsWholeAttribute && action.Value is ValueSyntax;
        if (!isWhole || Source(operands, action.Value!, whole.Member.Value.WithoutNull) is not { } source)
        {
            throw new ExpressionException(written.Update == WrittenUpdate.Whole
                ? $"changes a part of '{written.Property}', of which this build writes the form of version {whole.Written.Version}; "
                    + $"SET {written.Property} = {{…}}, a parameter of its type"
                : $"updates '{written.Property}', of which this build writes another form, that of version {whole.Written.Version}, which needs more than its "
                    + "value; read the item and Replace it");
        }

        var made = whole.Written.From(written.Property).ToArray();
        foreach (var downcaster in made)
        {
            Set(clauses, downcaster, new DowncastSource(whole.Entity, whole.Written.Marshaller, downcaster.Method, source, NullForm.Never));
        }

        clauses.Touched[written.Property] = new TouchedProperty(source, isRemoved: false);
        clauses.Named[written.Property] = clauses.Touched[written.Property];
        return [.. made.Select(downcaster => downcaster.Attribute)];
    }

    /// <summary>A parameter, or a literal as what the property is.</summary>
    private static ValueSource? Source(OperandBinder operands, OperandSyntax value, ValueModel type) =>
        operands.Bind(value, type) is ValueOperand { Value: TypedValue given } ? given.Source
        : Literals.Expression(((ValueSyntax)value).Token, type) is { } literal ? new LiteralSource(literal)
        : null;

    /// <summary>Sets an attribute to what its downcaster yields; null and empty sets are removed.</summary>
    private static void Set(UpdateClauses clauses, DowncasterModel downcaster, DowncastSource yielded)
    {
        var path = ItemPath.Of(downcaster.Attribute);
        var given = yielded with { Null = FormOf(downcaster.Value) };
        var value = new TypedValue(downcaster.Value.WithoutNull, given);
        var isNull = downcaster.Value is NullableValue ? new NullTest(yielded) : null;
        var isEmpty = Stored(value.Type) is SetValue ? new DefaultComparison(Comparator.Equal, value) : null;
        ValueTest[] obstacles = [.. new ValueTest?[] { isNull, isEmpty }.OfType<ValueTest>()];
        var when = obstacles.Length == 0 ? null : ValueTest.All([.. obstacles.Select(test => test.Opposite)]);
        clauses.Sets.Add(new SetAction(path, new OperandTerm(new ValueOperand(value)), when));
        if (obstacles.Length > 0)
        {
            clauses.Removes.Add(new RemoveAction(path, ValueTest.Any(obstacles)));
        }
    }

    private static NullForm FormOf(ValueModel value) => value is not NullableValue ? NullForm.Never : value.IsReference ? NullForm.Reference : NullForm.Value;

    private static ValueModel Stored(ValueModel type) => type is ConvertedValue converted ? Stored(converted.Stored) : type;
}

/// <summary>A property of which items hold an older form.</summary>
/// <param name="Member">The property.</param>
/// <param name="Entity">Its entity, for use anywhere.</param>
/// <param name="Written">The version in whose form the entity is written.</param>
internal sealed record DowncastMember(MemberModel Member, string Entity, WrittenVersion Written);
