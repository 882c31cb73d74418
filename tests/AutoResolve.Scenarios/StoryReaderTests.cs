using System.Text.Json;
using AutoResolve.Scenarios.Telling;

namespace AutoResolve.Scenarios;

public sealed class StoryReaderTests
{
    [Fact]
    public void Stories_OfThisProject_AreMany() => Assert.True(StoryReader.All.Count >= 40);

    [Theory]
    [InlineData("""{ "title": "t", "rules": [], "steps": [], "effects": [], "efects": [] }""")]
    [InlineData("""{ "title": "t", "rules": [], "steps": [ { "deliver": { "id": "A", "txt": "x" } } ], "effects": [] }""")]
    [InlineData("""{ "title": "t", "rules": [], "steps": [ { "says": "answered" } ], "effects": [] }""")]
    [InlineData("""{ "title": "t", "rules": [], "steps": [ { "restart": true, "otherHost": true } ], "effects": [] }""")]
    [InlineData("""{ "title": "t", "rules": [], "steps": [] }""")]
    public void Parse_WhatItDoesNotKnow_Throws(string json) => Assert.Throws<JsonException>(() => StoryReader.Parse("x", json));
}
