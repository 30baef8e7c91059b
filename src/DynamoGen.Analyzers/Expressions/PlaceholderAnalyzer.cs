using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Declarations.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>DG5002: placeholders that are used and not defined, or defined and not used.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PlaceholderAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.PlaceholderMismatch,
        title: "Placeholders do not match",
        messageFormat: "{0}",
        RuleCategories.Expressions,
        DiagnosticSeverity.Error,
        description: "The placeholders of a request's expressions and the keys of ExpressionAttributeNames "
            + "and ExpressionAttributeValues must be the same, in the same letter case.");

    private const string Names = "ExpressionAttributeNames";
    private const string Values = "ExpressionAttributeValues";

    /// <summary>Creates the analyzer.</summary>
    public PlaceholderAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var types = new ExpressionRequestTypes(sdk);
        context.RegisterOperationAction(
            context =>
            {
                var creation = (IObjectCreationOperation)context.Operation;
                if (types.Contains(creation.Type) && !dynamo.Excludes(creation.Syntax.SyntaxTree))
                {
                    Check(creation, sdk, context.ReportDiagnostic);
                }
            },
            OperationKind.ObjectCreation);
    }

    private static void Check(IObjectCreationOperation creation, SdkSymbols sdk, Action<Diagnostic> report)
    {
        var request = VisibleObject.Of(creation, sdk);
        if (!request.IsWhole || RequestExpressions.Read(request) is not { } expressions)
        {
            return;
        }

        var hasExpressions = expressions.All.Count > 0;
        CheckOne(expressions, request, Names, ExpressionTokenKind.NamePlaceholder, hasExpressions, report);
        CheckOne(expressions, request, Values, ExpressionTokenKind.ValuePlaceholder, hasExpressions, report);
    }

    private static void CheckOne(
        RequestExpressions expressions, VisibleObject request, string dictionary, ExpressionTokenKind kind, bool hasExpressions, Action<Diagnostic> report)
    {
        var entries = request.CollectionOf(dictionary);
        var defined = entries.Entries.Select(entry => (Place: entry.Key, Text: entry.Key is null ? null : ConstantText.Of(entry.Key))).ToList();
        if (!entries.IsWhole || request.Obscures(dictionary) || defined.Any(key => key.Text is null))
        {
            return;
        }

        var used = expressions.All
            .SelectMany(item => item.Expression.Tokens.Where(token => token.Kind == kind).Select(token => (item.Property, item.Value, Token: token)))
            .GroupBy(item => item.Token.Text, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

        foreach (var missing in used.Values.Where(item => defined.All(key => key.Text != item.Token.Text)))
        {
            var message = $"{missing.Property} uses '{missing.Token.Text}', which is not in {dictionary}";
            report(Diagnostic.Create(Rule, ExpressionLocation.Of(missing.Value, missing.Token), message));
        }

        foreach (var unused in defined.Where(key => hasExpressions && !used.ContainsKey(key.Text!)))
        {
            var message = $"{dictionary} has '{unused.Text}', which no expression of the request uses";
            report(Diagnostic.Create(Rule, unused.Place!.Syntax.GetLocation(), message));
        }
    }
}
