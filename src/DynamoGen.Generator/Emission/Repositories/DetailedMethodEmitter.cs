using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Repositories;

/// <summary>Writes the method of an access pattern that returns the details of its call too, which another method makes.</summary>
internal static class DetailedMethodEmitter
{
    public static void Emit(SourceWriter writer, MethodScope scope)
    {
        var details = scope.Local("details");
        var arguments = scope.Pattern.Signature.Parameters.Select(parameter => Text.Identifier(parameter.Name));
        var call = $"{scope.Names.Answer(scope.Pattern)}({string.Join(", ", [$"{scope.Names.Context}.With({details})", .. arguments])})";
        writer.Open(scope.Declared).Line($"var {details} = new {Names.ResponseDetails}();").Line($"return {details}.OfAsync({call});").Close();
    }
}
