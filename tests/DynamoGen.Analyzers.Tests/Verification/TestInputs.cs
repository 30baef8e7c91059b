using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Analyzers.Tests.Verification;

/// <summary>The pieces of C# in the string literals of a test file, each in the surroundings in which it parses best.</summary>
internal static class TestInputs
{
    private const int ShortestInput = 16;

    private static readonly string[] Surroundings =
    [
        "{0}",
        "public partial class C {{ private IAmazonDynamoDB client; private IDynamoDBContext context; private ITable table; {0} }}",
        "public partial class C {{ private async Task M(IAmazonDynamoDB client, IDynamoDBContext context, ITable table) {{ {0} }} }}",
    ];

    public static IEnumerable<string> Of(string testFile) =>
        CSharpSyntaxTree.ParseText(File.ReadAllText(testFile)).GetRoot().DescendantNodes()
            .Select(TextOf)
            .OfType<string>()
            .Where(text => text.Length >= ShortestInput && text.IndexOfAny([';', '{', '[', '(']) >= 0)
            .Distinct()
            .Select(InBestSurroundings);

    private static string? TextOf(SyntaxNode node) =>
        node switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax interpolated => string.Concat(interpolated.Contents.Select(content =>
                content is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : "x")),
            _ => null,
        };

    private static string InBestSurroundings(string input) =>
        Surroundings
            .Select(surroundings => SdkSource.Usings + "using DynamoGen;\n" + string.Format(CultureInfo.InvariantCulture, surroundings, input))
            .MinBy(source => CSharpSyntaxTree.ParseText(source).GetDiagnostics().Count())!;
}
