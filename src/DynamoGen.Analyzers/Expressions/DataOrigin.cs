using DynamoGen.Analyzers.Libraries;
using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Expressions;

/// <summary>Says where a text comes from that is put into an expression.</summary>
internal static class DataOrigin
{
    private static readonly string[] Inputs =
    [
        "HttpRequest", "HttpContext", "IQueryCollection", "IFormCollection", "RouteValueDictionary", "APIGatewayProxyRequest",
        "APIGatewayHttpApiV2ProxyRequest", "ApplicationLoadBalancerRequest",
    ];

    private static readonly string[] Settings = ["Options", "Settings", "Config", "Configuration"];
    private static readonly string[] Expressions = ["Expression", "Condition", "Clause", "Statement", "Projection", "Filter"];
    private static readonly string[] Forms = ["ToString", "Trim", "ToLower", "ToUpper", "ToLowerInvariant", "ToUpperInvariant", "Replace"];
    private static readonly string[] Checks = ["Contains", "ContainsKey", "TryGetValue", "IsMatch", "Match", "IsDefined", "TryParse"];

    /// <summary>A warning for what users or callers of public methods give, information for what other methods are given; null for all else.</summary>
    public static DiagnosticSeverity? SeverityOf(IOperation hole, SdkSymbols sdk)
    {
        if (hole.Type is not { } type || (type.IsValueType && type.Name != "StringValues"))
        {
            return null;
        }

        var isInput = false;
        var origin = hole;
        while (SourceOf(origin) is { } source)
        {
            isInput |= Inputs.Contains(source.Type?.Name);
            origin = source;
        }

        return isInput ? DiagnosticSeverity.Warning
            : origin is IParameterReferenceOperation { Parameter: var parameter } && IsData(parameter, sdk) && !IsChecked(parameter, origin)
                ? SeverityOf(parameter)
            : null;
    }

    /// <summary>What a value is a part of, or a changed form of.</summary>
    private static IOperation? SourceOf(IOperation value) =>
        value switch
        {
            IConversionOperation conversion => conversion.Operand,
            ICoalesceOperation coalesce => coalesce.Value,
            IPropertyReferenceOperation property => property.Instance,
            IConditionalAccessOperation access => access.Operation,
            IInvocationOperation { TargetMethod.Name: var name } call when Forms.Contains(name) => call.Instance,
            _ => null,
        };

    /// <summary>Whether a parameter is data: no settings, no part of an expression, and no object of the SDK.</summary>
    private static bool IsData(IParameterSymbol parameter, SdkSymbols sdk) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation }
        && !sdk.Declares(parameter.Type)
        && !Settings.Any(word => parameter.Type.Name.EndsWith(word, StringComparison.Ordinal))
        && !Expressions.Any(word => parameter.Name.EndsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the method looks the parameter up in what it allows.</summary>
    private static bool IsChecked(IParameterSymbol parameter, IOperation anywhere) =>
        CalledBody.UsesOf(parameter, LocalVariable.BodyOf(anywhere)).Any(use =>
            use.Parent is ISwitchOperation or ISwitchExpressionOperation
            || (use.Ancestors().OfType<IArgumentOperation>().FirstOrDefault()?.Parent is IInvocationOperation call && Checks.Contains(call.TargetMethod.Name)));

    private static DiagnosticSeverity SeverityOf(IParameterSymbol parameter) =>
        parameter.ContainingSymbol
            is { DeclaredAccessibility: Accessibility.Public } or IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation }
            ? DiagnosticSeverity.Warning
            : DiagnosticSeverity.Info;
}
