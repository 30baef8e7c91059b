using DynamoGen.Cli.Adoption.Classes;
using DynamoGen.Cli.Adoption.Names;
using DynamoGen.Cli.Adoption.Values;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Cli.Adoption.Mapping;

/// <summary>What a property is where an item lacks it: the context leaves the member then as its class makes it.</summary>
/// <param name="IsNull">Whether it is null.</param>
/// <param name="Initial">What else it is, as C#; empty for the default of its type; null where it is null or no item may lack it.</param>
internal sealed record Absence(bool IsNull, string? Initial)
{
    private static readonly string[] Values =
    [
        "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal", "bool", "char", "Guid", "DateTime", "DateOnly",
    ];

    /// <param name="member">The member.</param>
    /// <param name="form">Its form.</param>
    /// <param name="isKey">Whether it is a part of the table's key.</param>
    /// <param name="isIndexKey">Whether it is a part of an index's key, of which no text is empty.</param>
    /// <param name="isMarked">Whether its attributes say what it is for, so that it is never null.</param>
    /// <param name="doubts">Takes what is not certain.</param>
    public static Absence Of(MappedMember member, ValueForm form, bool isKey, bool isIndexKey, bool isMarked, List<string> doubts)
    {
        if (isKey)
        {
            return new Absence(false, null);
        }

        if (isMarked)
        {
            return new Absence(false, string.Empty);
        }

        var isValue = Values.Contains(form.Type) || (form.Attribute == "EnumAsNumber" && !form.Type.Contains('<', StringComparison.Ordinal));
        var isNullable = form.Type == "AttributeValue" || ClassForms.IsNullable(member.Type);
        if (isNullable || isIndexKey)
        {
            return isNullable || !isValue ? new Absence(true, null) : new Absence(false, string.Empty);
        }

        if (member.IsRequired)
        {
            doubts.Add("'required' in the class: an item that lacks it is not read");
            return new Absence(false, null);
        }

        var initial = Kept(member.Initial, form, isValue);
        if (initial is null && IsSomething(member.Initial))
        {
            doubts.Add($"begins with '{Naming.Comment(member.Initial!.ToString())}' in the class; set it where an item is made");
        }

        return initial is not null ? new Absence(false, initial) : isValue ? new Absence(false, string.Empty) : new Absence(!form.IsSet, null);
    }

    /// <summary>What can be written as it is: a literal, nothing in a collection, a member of an enum.</summary>
    private static string? Kept(ExpressionSyntax? value, ValueForm form, bool isValue) => value switch
    {
        LiteralExpressionSyntax { RawKind: not ((int)SyntaxKind.NullLiteralExpression or (int)SyntaxKind.DefaultLiteralExpression) } literal
            when isValue || form.Type == "string" => literal.ToString(),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax } negative when isValue =>
            negative.ToString(),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } when form.Type == "string" => "\"\"",
        MemberAccessExpressionSyntax access when access.Expression.ToString() == form.Type => access.ToString(),
        _ when IsEmpty(value) => form.IsSet ? null : form.Type.Contains('<', StringComparison.Ordinal) || form.Type.EndsWith("[]", StringComparison.Ordinal)
            ? "[]" : isValue || form.Type == "string" ? null : "new()",
        _ => null,
    };

    private static bool IsEmpty(ExpressionSyntax? value) => value switch
    {
        CollectionExpressionSyntax list => list.Elements.Count == 0,
        BaseObjectCreationExpressionSyntax made => made.ArgumentList is null or { Arguments.Count: 0 } && made.Initializer is null or { Expressions.Count: 0 },
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" }, ArgumentList.Arguments.Count: 0 } => true,
        _ => false,
    };

    private static bool IsSomething(ExpressionSyntax? value) =>
        value is not null && !IsEmpty(value)
        && value.ToString().TrimEnd('!') is not ("null" or "default");
}
