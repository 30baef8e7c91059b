using DynamoGen.Declarations.Entities;
using DynamoGen.Declarations.Filters;
using DynamoGen.Declarations.Migrations;
using DynamoGen.Declarations.Patches;
using DynamoGen.Declarations.Repositories;
using DynamoGen.Declarations.Skeletons;
using DynamoGen.Declarations.Streams;
using DynamoGen.Declarations.Symbols;
using DynamoGen.Declarations.Tables;
using DynamoGen.Declarations.Wrappers;
using DynamoGen.Generator.Emission.Entities;
using DynamoGen.Generator.Emission.Filters;
using DynamoGen.Generator.Emission.Migrations;
using DynamoGen.Generator.Emission.Patches;
using DynamoGen.Generator.Emission.Repositories;
using DynamoGen.Generator.Emission.Streams;
using DynamoGen.Generator.Emission.Tables;
using DynamoGen.Generator.Emission.Wrappers;
using Microsoft.CodeAnalysis;

namespace DynamoGen.Generator;

/// <summary>
/// Writes the generated half of tables, entities, projections, patches, fields, wrappers, repositories, stream handlers and migrations. Each declaration
/// becomes a model in the first step, and only models go further, so that an edit elsewhere writes nothing again. What is wrong with a declaration is reported
/// by the analyzers; here it only means that no more is written for it than what other code names.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class DynamoGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        new DeclarationStep<TableModel>(DeclarationAttributes.Table, SkeletonKind.Table, StepNames.Tables,
            TableParser.Parse, table => table.Type, TableEmitter.Emit).Register(context);
        new DeclarationStep<EntityModel>(DeclarationAttributes.Entity, SkeletonKind.Entity, StepNames.Entities,
            EntityParser.Parse, entity => entity.Type, EntityEmitter.Emit).Register(context);
        new DeclarationStep<ProjectionModel>(DeclarationAttributes.Projection, SkeletonKind.Projection, StepNames.Projections,
            ProjectionParser.Parse, projection => projection.Type, ProjectionEmitter.Emit).Register(context);
        new DeclarationStep<PatchModel>(DeclarationAttributes.Patch, SkeletonKind.Patch, StepNames.Patches,
            PatchParser.Parse, patch => patch.Type, PatchEmitter.Emit).Register(context);
        new DeclarationStep<FieldsModel>(DeclarationAttributes.Fields, SkeletonKind.Fields, StepNames.Fields,
            FieldsParser.Parse, fields => fields.Type, FieldsEmitter.Emit).Register(context);
        new DeclarationStep<WrapperModel>(DeclarationAttributes.Wrapper, SkeletonKind.Wrapper, StepNames.Wrappers,
            WrapperParser.Parse, wrapper => wrapper.Type, WrapperEmitter.Emit).Register(context);
        new DeclarationStep<RepositoryModel>(DeclarationAttributes.Repository, SkeletonKind.Repository, StepNames.Repositories,
            RepositoryParser.Parse, repository => repository.Type, RepositoryEmitter.Emit).Register(context);
        new DeclarationStep<StreamHandlerModel>(DeclarationAttributes.StreamHandler, SkeletonKind.StreamHandler, StepNames.StreamHandlers,
            StreamHandlerParser.Parse, handler => handler.Type, StreamHandlerEmitter.Emit).Register(context);
        new DeclarationStep<MigrationModel>(DeclarationAttributes.Migration, SkeletonKind.Migration, StepNames.Migrations,
            MigrationParser.Parse, migration => migration.Type, MigrationEmitter.Emit).Register(context);
    }
}
