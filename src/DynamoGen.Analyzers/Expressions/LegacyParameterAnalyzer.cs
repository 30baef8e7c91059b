using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>DG5006: a request with one of the parameters that came before expressions.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LegacyParameterAnalyzer : DynamoAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = RuleDescriptor.Create(
        RuleIdentifiers.LegacyParameter,
        title: "Legacy parameter",
        messageFormat: "{0} is a legacy parameter, which a request with any expression may not have and which reaches no nested attributes; write {1}",
        RuleCategories.Expressions,
        DiagnosticSeverity.Info,
        description: "DynamoDB keeps the parameters from before expressions for old programs alone. One request cannot have both.");

    private static readonly string[] Expressions =
        ["KeyConditionExpression", "FilterExpression", "ProjectionExpression", "ConditionExpression", "UpdateExpression"];

    private static readonly (string Request, string[] Parameters)[] Known =
    [
        ("QueryRequest", ["AttributesToGet", "KeyConditions", "QueryFilter", "ConditionalOperator"]),
        ("ScanRequest", ["AttributesToGet", "ScanFilter", "ConditionalOperator"]),
        ("GetItemRequest", ["AttributesToGet"]),
        ("KeysAndAttributes", ["AttributesToGet"]),
        ("PutItemRequest", ["Expected", "ConditionalOperator"]),
        ("UpdateItemRequest", ["AttributeUpdates", "Expected", "ConditionalOperator"]),
        ("DeleteItemRequest", ["Expected", "ConditionalOperator"]),
    ];

    /// <summary>The parameters of the client's own methods that take no request.</summary>
    private static readonly Dictionary<string, string> Arguments = new(StringComparer.Ordinal)
    {
        ["attributesToGet"] = "AttributesToGet",
        ["scanFilter"] = "ScanFilter",
    };

    /// <summary>Creates the analyzer.</summary>
    public LegacyParameterAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        var parameters = new HashSet<ISymbol>(Known.SelectMany(known => ParametersOf(known.Request, known.Parameters, sdk)), SymbolEqualityComparer.Default);
        context.RegisterOperationAction(
            context =>
            {
                var reference = (IPropertyReferenceOperation)context.Operation;
                if (parameters.Contains(reference.Property) && IsGiven(reference) && !dynamo.Excludes(reference.Syntax.SyntaxTree))
                {
                    var name = reference.Property.Name;
                    var severity = IsBesideExpression(reference, sdk) ? DiagnosticSeverity.Error : DiagnosticSeverity.Info;
                    context.ReportDiagnostic(Diagnostic.Create(
                        Rule, PlaceOf(reference.Syntax), severity, additionalLocations: null, properties: null, name, InPlaceOf(name)));
                }
            },
            OperationKind.PropertyReference);
        var scans = new ClientMethods(sdk, "ScanAsync", "Scan");
        context.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (scans.Contains(call.TargetMethod) && !dynamo.Excludes(call.Syntax.SyntaxTree))
                {
                    foreach (var argument in call.Arguments.Where(argument => !IsNull(argument.Value)))
                    {
                        Report(argument);
                    }
                }

                void Report(IArgumentOperation argument)
                {
                    if (argument.Parameter is { } parameter && Arguments.TryGetValue(parameter.Name, out var name))
                    {
                        context.ReportDiagnostic(Diagnostic.Create(Rule, argument.Syntax.GetLocation(), name, InPlaceOf(name)));
                    }
                }
            },
            OperationKind.Invocation);
    }

    private static bool IsNull(IOperation value) => value.WithoutConversions().ConstantValue is { HasValue: true, Value: null };

    private static IEnumerable<ISymbol> ParametersOf(string request, string[] parameters, SdkSymbols sdk) =>
        sdk.TypeNamed($"Model.{request}")?.GetMembers().Where(member => member is IPropertySymbol && parameters.Contains(member.Name)) ?? [];

    /// <summary>Whether the parameter is set or added to; what is read, or set to null, sends nothing.</summary>
    private static bool IsGiven(IPropertyReferenceOperation parameter) =>
        parameter.Parent switch
        {
            IAssignmentOperation assignment =>
                assignment.Target == parameter && !IsNull(assignment.Value),
            IMemberInitializerOperation => true,
            IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd" or "AddRange" } add => add.Instance == parameter,
            IPropertyReferenceOperation { Property.IsIndexer: true, Parent: IAssignmentOperation assignment } entry => assignment.Target == entry,
            _ => false,
        };

    /// <summary>Whether the same object is given an expression too, for which DynamoDB refuses the request every time.</summary>
    private static bool IsBesideExpression(IOperation parameter, SdkSymbols sdk) =>
        parameter.Ancestors().OfType<IObjectCreationOperation>().FirstOrDefault() is { Initializer: { } initializer } creation
        && parameter.Ancestors().Contains(initializer)
        && parameter is IPropertyReferenceOperation { Property.ContainingType: { } request }
        && SymbolEqualityComparer.Default.Equals(creation.Type, request)
        && VisibleObject.Of(creation, sdk) is var given
        && Expressions.Any(given.Sets);

    private static Location PlaceOf(SyntaxNode reference) =>
        (reference is MemberAccessExpressionSyntax access ? access.Name : reference).GetLocation();

    private static string InPlaceOf(string parameter) =>
        parameter switch
        {
            "AttributesToGet" => "ProjectionExpression",
            "KeyConditions" => "KeyConditionExpression",
            "QueryFilter" or "ScanFilter" => "FilterExpression",
            "AttributeUpdates" => "UpdateExpression",
            "Expected" => "ConditionExpression",
            _ => "AND or OR in the expression",
        };
}
