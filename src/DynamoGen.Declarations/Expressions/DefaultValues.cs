using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Expressions;

/// <summary>Compares the default of a type, which is what an absent attribute stands for, with the values of an expression.</summary>
internal static class DefaultValues
{
    /// <summary>The answer where it is known at build time, or the test that gives it when the call is made.</summary>
    /// <exception cref="ExpressionException">The order of the type's values is only known to its converter.</exception>
    public static (bool? Known, ValueTest? Test) Compare(Comparator comparator, ValueModel type, RequestValue value) => value switch
    {
        ConstantValue constant => (Compare(comparator, type, constant), null),
        TypedValue typed when comparator is Comparator.Equal or Comparator.NotEqual || IsOrdered(typed.Type) =>
            (null, comparator == Comparator.NotEqual
                ? new DefaultComparison(Comparator.Equal, typed).Opposite
                : new DefaultComparison(comparator, typed)),
        _ => throw new ExpressionException("orders what is converted and may be absent; take the comparison apart, or store the default"),
    };

    /// <summary>The default as a literal of an expression, or null where there is none.</summary>
    public static ConstantValue? Literal(ValueModel type) => type switch
    {
        ScalarValue { IsNumber: true } or EnumValue { IsNumber: true } => new ConstantValue(ConstantKind.Number, "0"),
        ScalarValue { Kind: ScalarKind.String } => new ConstantValue(ConstantKind.Text, string.Empty),
        ScalarValue { Kind: ScalarKind.Boolean } => new ConstantValue(ConstantKind.Boolean, "false"),
        EnumValue names when names.Members.FirstOrDefault(member => member.IsZero) is { } zero => new ConstantValue(ConstantKind.Text, zero.StoredName),
        ListValue => new ConstantValue(ConstantKind.EmptyList, string.Empty),
        _ => null,
    };

    /// <summary>Whether generated code can order values of the type as DynamoDB orders what is stored.</summary>
    private static bool IsOrdered(ValueModel type) => type is ScalarValue or EnumValue { IsNumber: true };

    private static bool Compare(Comparator comparator, ValueModel type, ConstantValue constant)
    {
        var sign = type is EnumValue names
            ? names.Members.Any(member => member.IsZero && member.StoredName == constant.Text) ? 0 : -1
            : constant.Kind switch
            {
                ConstantKind.Text => constant.Text.Length == 0 ? 0 : -1,
                ConstantKind.Boolean => constant.Text == "false" ? 0 : -1,
                _ => -Sign(constant.Text),
            };
        return comparator switch
        {
            Comparator.Equal => sign == 0,
            Comparator.NotEqual => sign != 0,
            Comparator.Less => sign < 0,
            Comparator.LessOrEqual => sign <= 0,
            Comparator.Greater => sign > 0,
            _ => sign >= 0,
        };
    }

    /// <summary>The sign of a number, whatever its magnitude.</summary>
    private static int Sign(string number) =>
        !number.TakeWhile(c => c is not ('e' or 'E')).Any(c => c is >= '1' and <= '9') ? 0 : number[0] == '-' ? -1 : 1;
}
