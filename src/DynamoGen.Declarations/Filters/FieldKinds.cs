using DynamoGen.Declarations.Expressions;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Declarations.Filters;

/// <summary>Tells what a filter can ask of a property, by how it is stored.</summary>
internal static class FieldKinds
{
    public static FieldKind Of(ValueModel value, PathAbsence absence) => value switch
    {
        ScalarValue { Kind: ScalarKind.String } => FieldKind.Text,
        ScalarValue { Kind: ScalarKind.Binary } or DictionaryValue => FieldKind.Sized,
        ListValue or SetValue => FieldKind.Elements,
        ConvertedValue { Conversion: BytesConversion } => FieldKind.Sized,
        ObjectValue { IsRecursion: false, Discriminator: null } type when HasOneForm(type) => FieldKind.Object,
        ScalarValue or EnumValue => IsOrdered(value) ? FieldKind.Ordered : FieldKind.Value,

        // What the default compares with is only known to the converter.
        ConvertedValue converted when Stored(converted) is ScalarValue or EnumValue =>
            IsOrdered(Stored(converted)) && absence != PathAbsence.Default ? FieldKind.Ordered : FieldKind.Value,
        _ => FieldKind.Presence,
    };

    /// <summary>Whether the size of what is absent is zero, although its absence means null: that of a set that may be null.</summary>
    public static bool IsOfSizeZero(MemberModel member, PathAbsence absence) =>
        absence == PathAbsence.Null && member.Value is NullableValue { Inner: SetValue };

    /// <summary>An object of which no older version is known, which would be stored in another form.</summary>
    private static bool HasOneForm(ObjectValue type) => type.Members.All(member => !OlderForm.Of(type, member).Any());

    private static bool IsOrdered(ValueModel stored) => stored is ScalarValue { Kind: not (ScalarKind.Boolean or ScalarKind.Guid or ScalarKind.Binary) }
        or EnumValue { IsNumber: true };

    private static ValueModel Stored(ValueModel type) => type is ConvertedValue converted ? Stored(converted.Stored) : type;
}
