using System.Composition;
using DynamoGen.Analyzers.Rules;
using DynamoGen.CodeFixes.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace DynamoGen.CodeFixes.Writes;

/// <summary>
/// Turns <c>await client.BatchWriteItemAsync(request);</c>, or a <c>BatchGetItemAsync</c> of which only <c>Responses</c> is used, into a loop that
/// sends what was not processed again, with a delay that doubles.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SendAgainCodeFix)), Shared]
public sealed class SendAgainCodeFix : DocumentCodeFix
{
    private const int FirstDelay = 50;
    private const string Task = "global::System.Threading.Tasks.Task";
    private const string Items =
        "global::System.Collections.Generic.List<global::System.Collections.Generic.Dictionary<string, global::Amazon.DynamoDBv2.Model.AttributeValue>>";
    private const string Responses = $"global::System.Collections.Generic.Dictionary<string, {Items}>";

    /// <summary>Creates the fix.</summary>
    public SendAgainCodeFix()
        : base("Send again what was not processed", RuleIdentifiers.IgnoredUnprocessed)
    {
    }

    private protected override SyntaxNode? FindTarget(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
        && AwaitedCall.TryRead(call) is { Method: "BatchWriteItemAsync" or "BatchGetItemAsync" } batch
        && BatchRequest.TryRead(batch, model, cancellationToken) is not null
        && IsResponseReplaceable(batch, model, cancellationToken)
            ? call
            : null;

    private protected override void Apply(DocumentEditor editor, SyntaxNode target)
    {
        var model = editor.SemanticModel;
        var batch = AwaitedCall.TryRead((InvocationExpressionSyntax)target)!;
        var request = BatchRequest.TryRead(batch, model, CancellationToken.None)!;
        var isRead = batch.Method == "BatchGetItemAsync";
        var responses = LocalNames.Free($"{batch.Response}Responses", batch.Statement, model);
        if (isRead)
        {
            foreach (var use in LocalNames.UsesOfLocalIn(batch.Statement, model, CancellationToken.None))
            {
                editor.ReplaceNode(use.Parent!, (access, _) => SyntaxFactory.IdentifierName(responses).WithTriviaFrom(access));
            }
        }

        // The model knows the names around the original statement only.
        editor.ReplaceStatement(batch.Statement,
            current => Statements(AwaitedCall.In(current) with { Statement = batch.Statement }, request, isRead ? responses : null, model));
    }

    private static IEnumerable<StatementSyntax> Statements(AwaitedCall batch, BatchRequest request, string? responses, SemanticModel model)
    {
        var lines = new List<string>();
        lines.AddRange(request.IsDeclared ? [] : [$"var {request.Name} = {batch.Request.WithoutTrivia()};"]);
        lines.AddRange(responses is null ? [] : [$"var {responses} = new {Responses}();"]);
        lines.Add(Loop(batch, request, responses, model));
        var statements = lines.Select(line => Simplified(SyntaxFactory.ParseStatement(line)).WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation)).ToList();
        statements[0] = statements[0].WithLeadingTrivia(batch.Statement.GetLeadingTrivia());
        statements[statements.Count - 1] = statements[statements.Count - 1].WithTrailingTrivia(batch.Statement.GetTrailingTrivia());
        return statements;
    }

    /// <summary>Marks each full name by itself: what is below a marked statement is not shortened at every depth.</summary>
    private static StatementSyntax Simplified(StatementSyntax statement) =>
        statement.ReplaceNodes(
            statement.DescendantNodes().Where(node => node is NameSyntax or MemberAccessExpressionSyntax
                && node.ToString().StartsWith("global::", StringComparison.Ordinal)),
            (_, current) => current.WithAdditionalAnnotations(Simplifier.Annotation));

    private static string Loop(AwaitedCall batch, BatchRequest request, string? responses, SemanticModel model)
    {
        var response = batch.Response ?? LocalNames.FreeInside("response", batch.Statement, model);
        var delay = LocalNames.FreeInside("delay", batch.Statement, model);
        var unprocessed = LocalNames.FreeInside("unprocessed", batch.Statement, model);
        var token = batch.Token is null ? "" : $", {batch.Token}";
        var collection = responses is null ? "" : Collection(batch, response, responses, model);
        var rest = responses is null ? "UnprocessedItems" : "UnprocessedKeys";
        return $$"""
            for (var {{delay}} = {{FirstDelay}}; ; {{delay}} *= 2)
            {
            var {{response}} = await {{batch.Client}}.{{batch.Method}}({{request.Name}}{{token}}){{batch.Context}};{{collection}}
            if ({{response}}.{{rest}} is not { Count: > 0 } {{unprocessed}})
            {
            break;
            }

            {{request.Items}} = {{unprocessed}};
            await {{Task}}.Delay({{delay}}{{token}}){{batch.Context}};
            }
            """;
    }

    private static string Collection(AwaitedCall batch, string response, string responses, SemanticModel model)
    {
        var table = LocalNames.FreeInside("table", batch.Statement, model);
        var items = LocalNames.FreeInside("items", batch.Statement, model);
        return $$"""

            foreach (var {{table}} in {{response}}.Responses)
            {
            if ({{responses}}.TryGetValue({{table}}.Key, out var {{items}}))
            {
            {{items}}.AddRange({{table}}.Value);
            }
            else
            {
            {{responses}}.Add({{table}}.Key, {{table}}.Value);
            }
            }

            """;
    }

    private static bool IsResponseReplaceable(AwaitedCall batch, SemanticModel model, CancellationToken cancellationToken)
    {
        var uses = LocalNames.UsesOfLocalIn(batch.Statement, model, cancellationToken).ToList();
        return batch.Method == "BatchGetItemAsync" ? uses.Count > 0 && uses.All(use => LocalNames.Reads(use, "Responses")) : uses.Count == 0;
    }
}
