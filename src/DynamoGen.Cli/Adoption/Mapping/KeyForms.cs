using DynamoGen.Cli.Adoption.Values;

namespace DynamoGen.Cli.Adoption.Mapping;

/// <summary>Forms of parts of keys: what a key cannot be made of is taken as it is stored.</summary>
internal static class KeyForms
{
    /// <param name="form">The form beside keys.</param>
    /// <param name="types">The types that are written.</param>
    /// <param name="doubts">Takes what is not certain.</param>
    public static ValueForm Of(ValueForm form, WrittenTypes types, List<string> doubts)
    {
        switch (form.Kind)
        {
            case ValueKind.Instant:
                doubts.Add("a time of three digits behind the second in a key, such as 2024-03-01T10:00:00.000Z, so that it is kept as text");
                return new ValueForm("string", ValueKind.Text);
            case ValueKind.Boolean:
                doubts.Add("a truth value in a key, stored as 1 or 0");
                return new ValueForm("int", ValueKind.Integer);
            case ValueKind.Other when types.Enums.FirstOrDefault(known => known.Name == form.Type) is { } numbers:
                doubts.Add($"a key of type Number is made of an integer: the numbers of '{numbers.Name}'");
                return new ValueForm(numbers.Type ?? "int", ValueKind.Integer);
            case ValueKind.Decimal:
                return new ValueForm("decimal", ValueKind.Decimal);
            case ValueKind.Other when form.Type is "char" or "byte[]":
            case not ValueKind.Other:
                return form;
            default:
                doubts.Add("in a key, where it is taken for text");
                return new ValueForm("string", ValueKind.Text, null, false, form.Doubts);
        }
    }
}
