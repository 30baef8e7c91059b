using DynamoGen.Declarations.Assemblies;
using DynamoGen.Generator.Emission.Source;

namespace DynamoGen.Generator.Emission.Entities;

/// <summary>Writes a model as the attribute from which projects that reference its assembly read it.</summary>
internal static class DeclaredModelText
{
    public static string Of<TModel>(TModel model) =>
        $"[{Names.DeclaredModel}({Text.Literal(ModelFormat<TModel>.Name)}, {Text.Literal(ModelWriter.Write(model))})]";
}
