using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Declaration;

/// <summary>DG1001 and DG1002 for requests of the SDK: keys of a type that no key has, and empty keys.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KeyValueAnalyzer : DynamoAnalyzer
{
    private static readonly string[] OtherTypes = ["BOOL", "NULL", "L", "M", "SS", "NS", "BS"];

    /// <summary>Creates the analyzer.</summary>
    public KeyValueAnalyzer()
        : base(DeclarationDescriptors.RequestKeyType, DeclarationDescriptors.EmptyRequestKey)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, DynamoCompilation dynamo)
    {
        if (dynamo.Sdk is not { } sdk)
        {
            return;
        }

        context.RegisterOperationAction(Analyze, OperationKind.SimpleAssignment, OperationKind.Argument);

        void Analyze(OperationAnalysisContext context)
        {
            var keys = context.Operation switch
            {
                ISimpleAssignmentOperation
                {
                    Target: IPropertyReferenceOperation { Property: { Name: "Key" or "Keys" or "ExclusiveStartKey" } property },
                } assignment
                    when sdk.Declares(property) =>
                    property.Name == "Keys" ? VisibleCollection.Of(assignment.Value, sdk).Entries.Select(entry => entry.Value) : [assignment.Value],
                IArgumentOperation { Parameter: { Name: "key", ContainingSymbol: IMethodSymbol method } } argument when sdk.Declares(method) =>
                    [argument.Value],
                _ => [],
            };
            foreach (var diagnostic in keys.SelectMany(key => Check(key, sdk)).Where(_ => !dynamo.Excludes(context.Operation.Syntax.SyntaxTree)))
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static IEnumerable<Diagnostic> Check(IOperation key, SdkSymbols sdk)
    {
        foreach (var entry in VisibleCollection.Of(key, sdk).Entries.Where(entry => entry.Key is not null))
        {
            if (entry.Value is not IObjectCreationOperation { Type.Name: "AttributeValue" } creation || ConstantText.Of(entry.Key!) is not { } name)
            {
                continue;
            }

            var value = VisibleObject.Of(creation, sdk);
            if (OtherTypes.FirstOrDefault(value.Sets) is { } type)
            {
                yield return Diagnostic.Create(DeclarationDescriptors.RequestKeyType, creation.Syntax.GetLocation(), name, type);
            }
            else if (value.ValuesOf("S") is { Count: 1 } texts && ConstantText.Of(texts[0]) is "")
            {
                yield return Diagnostic.Create(DeclarationDescriptors.EmptyRequestKey, creation.Syntax.GetLocation(), name);
            }
        }
    }
}
